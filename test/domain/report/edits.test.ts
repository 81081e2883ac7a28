import { describe, expect, it } from 'vitest'
import type { ReportEditInput } from '@/contracts/report'
import { metric } from '@/domain/metrics'
import {
  composeReport,
  editsAfter,
  lintReport,
  type ReportEdit,
  sentencesOf,
  textOfBlock,
  textOfRuns,
} from '@/domain/report'
import { byCode, figuresOf, type Given } from './figures'

const november: Record<string, Given> = { 'quiz.people': 2847, 'quiz.times': 4316, 'quiz.rate': [2847, 3600] }

const compose = (edits: readonly ReportEdit[], given = november) =>
  composeReport({
    org: { name: '示例县', kind: 'county' },
    from: '2026-11-01',
    to: '2026-11-22',
    asOf: Date.UTC(2026, 10, 22, 1, 30),
    day: '2026-11-22',
    figures: byCode(figuresOf(given)),
    metric,
    edits,
  })

function edit(edits: readonly ReportEdit[], input: ReportEditInput, given = november): readonly ReportEdit[] | null {
  const figures = figuresOf(given)
  const [plain, current] = [compose([], given).document, compose(edits, given).document]
  return editsAfter(edits, input, { plain, current, figures, metric, by: 'e0', at: 1000 })
}

const done = (...inputs: ReportEditInput[]): readonly ReportEdit[] =>
  inputs.reduce<readonly ReportEdit[]>((edits, input) => {
    const after = edit(edits, input)
    if (after === null) throw new Error(`${input.kind} was refused`)
    return after
  }, [])

const sentenceIn = ({ document }: ReturnType<typeof compose>, id: string) =>
  document.blocks.flatMap(sentencesOf).find((sentence) => sentence.id === id)

const rewrite = (text: string, figures: string[] = []): ReportEditInput => ({
  kind: 'rewrite',
  sentence: 'quiz.taken',
  text,
  figures,
})

describe('a sentence that a person rewrites', () => {
  const edits = done(rewrite('全县2,847名党员答了题，其中请假12人。'))
  const sentence = sentenceIn(compose(edits), 'quiz.taken')

  it('is marked with who and when, and its figures stay figures', () => {
    expect(sentence).toEqual({
      id: 'quiz.taken',
      runs: [
        { text: '全县' },
        { text: '2,847', figure: 'quiz.people' },
        { text: '名党员答了题，其中请假' },
        { text: '12', untraced: true },
        { text: '人。' },
      ],
      manual: {
        kind: 'rewrite',
        by: 'e0',
        at: 1000,
        conflict: false,
        instead: '本期全县有2,847名党员参与知识答题，计4,316人次，参学率为79.1%。',
      },
    })
  })

  it('has a hand-typed number that the lint warns of, without holding the report back', () => {
    const { document } = compose(edits)
    const problems = lintReport({ document, figures: figuresOf(november), metric })
    expect(problems).toEqual([
      { rule: 'untraced', level: 'warning', say: '手写的数字12查不到来源，请核对。', sentence: 'quiz.taken' },
    ])
  })

  it('follows new figures, and says that those it left out changed', () => {
    const later = { ...november, 'quiz.people': 2900, 'quiz.rate': [2900, 3600] as const }
    const after = sentenceIn(compose(edits, later), 'quiz.taken')
    expect(textOfRuns(after?.runs ?? [])).toBe('全县2,900名党员答了题，其中请假12人。')
    // the rate is not among its words
    expect(after?.manual).toMatchObject({
      conflict: true,
      instead: '本期全县有2,900名党员参与知识答题，计4,316人次，参学率为80.6%。',
    })
  })

  it('is in no conflict when every figure of the template stands in it', () => {
    const all = done(rewrite('答题的有2,847名党员、4,316人次，占79.1%。'))
    const later = { ...november, 'quiz.people': 2900, 'quiz.rate': [2900, 3600] as const }
    expect(sentenceIn(compose(all, later), 'quiz.taken')?.manual?.conflict).toBe(false)
  })

  it('stays when it was looked at, until the next change', () => {
    const later = { ...november, 'quiz.people': 2900 }
    const kept = edit(edits, { kind: 'keep', sentence: 'quiz.taken' }, later) ?? []
    expect(sentenceIn(compose(kept, later), 'quiz.taken')?.manual?.conflict).toBe(false)
    expect(sentenceIn(compose(kept, { ...later, 'quiz.people': 3000 }), 'quiz.taken')?.manual?.conflict).toBe(true)
  })

  it('stays although the template says nothing there any more', () => {
    const nothing = {
      ...november,
      'quiz.people': 'noSource',
      'quiz.times': 'noSource',
      'quiz.rate': 'noSource',
    } as const
    const after = sentenceIn(compose(edits, nothing), 'quiz.taken')
    expect(textOfRuns(after?.runs ?? [])).toBe('全县暂无数据来源名党员答了题，其中请假12人。')
    expect(after?.runs[1]).toEqual({ text: '暂无数据来源', figure: 'quiz.people', missing: true })
    expect(after?.manual).toMatchObject({ conflict: true, instead: null })
  })

  it('goes back to the template', () => {
    const back = edit(edits, { kind: 'restore', sentence: 'quiz.taken' })
    expect(back).toEqual([])
  })

  it('may use other figures that the writer put in', () => {
    const chosen = done(rewrite('党员答题4,316人次，4300多人次。', ['quiz.times']))
    expect(sentenceIn(compose(chosen), 'quiz.taken')?.runs.filter(({ figure }) => figure)).toEqual([
      { text: '4,316', figure: 'quiz.times' },
      { text: '4300多', figure: 'quiz.times' },
    ])
  })
})

describe('a sentence that a person leaves out', () => {
  const edits = done({ kind: 'omit', sentence: 'quiz.taken' })

  it('is gone from the text and listed', () => {
    const composed = compose(edits)
    expect(sentenceIn(composed, 'quiz.taken')).toBeUndefined()
    expect(composed.omitted).toEqual([
      { id: 'quiz.taken', text: '本期全县有2,847名党员参与知识答题，计4,316人次，参学率为79.1%。', by: 'e0', at: 1000 },
    ])
  })
})

describe('sentences that a person adds', () => {
  const add = (key: string, after: string, text: string): ReportEditInput => ({
    kind: 'add',
    key,
    after,
    text,
    figures: [],
  })
  const edits = done(
    add('aaaaaaaa', 'quiz.taken', '甲。'),
    add('bbbbbbbb', 'added.aaaaaaaa', '乙。'),
    add('cccccccc', 'quiz.taken', '丙。'),
  )
  const paragraph = (list: readonly ReportEdit[]) =>
    compose(list)
      .document.blocks.filter((block) => sentencesOf(block).some(({ id }) => id === 'quiz.taken'))
      .map(textOfBlock)

  it('stand where they were put, in the order in which they were added', () => {
    expect(paragraph(edits)).toEqual(['本期全县有2,847名党员参与知识答题，计4,316人次，参学率为79.1%。甲。乙。丙。'])
  })

  it('the same one sent again is the same', () => {
    expect(edit(edits, add('bbbbbbbb', 'added.aaaaaaaa', '乙。'))).toHaveLength(3)
  })

  it('one that is taken out leaves those after it in place', () => {
    const after = edit(edits, { kind: 'omit', sentence: 'added.aaaaaaaa' }) ?? []
    expect(paragraph(after)[0]).toMatch(/乙。丙。$/)
  })

  it('stay in their section when what they stood after is gone', () => {
    const orphan = edits.map((one) => (one.after === 'quiz.taken' ? { ...one, after: 'quiz.gone' } : one))
    const texts = compose(orphan).document.blocks.map(textOfBlock)
    expect(texts).toContain('甲。乙。丙。')
  })

  it('of a section that is no more come at the end', () => {
    const lost = edits.map((one) => ({ ...one, section: 'gone', after: 'gone.gone' }))
    const texts = compose(lost).document.blocks.map(textOfBlock)
    expect(texts[texts.length - 1]).toContain('甲。')
  })
})

it('nothing is done to a sentence that there is not', () => {
  expect(edit([], { kind: 'rewrite', sentence: 'quiz.nothing', text: '甲乙', figures: [] })).toBeNull()
  expect(edit([], { kind: 'add', key: 'aaaaaaaa', after: 'quiz.nothing', text: '甲乙', figures: [] })).toBeNull()
  expect(edit([], { kind: 'keep', sentence: 'quiz.taken' })).toBeNull()
})
