import { describe, expect, it } from 'vitest'
import type { ReportDocument, ReportRun } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { metric } from '@/domain/metrics'
import { countCharacters, lintReport } from '@/domain/report'
import { figureOf } from './figures'

const documentWith = (...runs: ReportRun[]): ReportDocument => ({
  title: '示例县主题教育督导情况报告',
  blocks: [
    { type: 'heading', level: 1, text: '一、总体情况' },
    { type: 'paragraph', section: 'quiz', sentences: runs.length > 0 ? [{ id: 'quiz.taken', runs }] : [] },
  ],
  signature: '示例县',
  day: '2026-11-22',
})
const lint = (document: ReportDocument, figures: readonly Figure[]) => lintReport({ document, figures, metric })
const rulesOf = (...given: Parameters<typeof lint>) => lint(...given).map(({ rule }) => rule)

describe('lint', () => {
  it('finds nothing wrong with a sound report', () => {
    const runs = [{ text: '共' }, { text: '3', figure: 'quiz.people' }, { text: '名。' }]
    expect(lint(documentWith(...runs), [figureOf('quiz.people', 3), figureOf('quiz.times', 3)])).toEqual([])
  })

  it('counts characters of title, headings and text', () => {
    expect(countCharacters(documentWith({ text: '共三名。' }))).toBe(13 + 6 + 4)
  })

  it('refuses more than 4,000 characters', () => {
    expect(rulesOf(documentWith({ text: '字'.repeat(4000 - 19) }), [])).toEqual([])
    expect(rulesOf(documentWith({ text: '字'.repeat(4001 - 19) }), [])).toEqual(['tooLong'])
  })

  it.each(['共{quiz.people}名', '共undefined名', '率NaN', '{$org}', '$from至今', '[object Object]', '共null名'])(
    'refuses the leftover %s',
    (text) => {
      expect(rulesOf(documentWith({ text }), [])).toEqual(['leftover'])
    },
  )

  it('does not take letters in a name for a leftover', () => {
    expect(rulesOf(documentWith({ text: 'Nanjing路党支部' }), [])).toEqual([])
  })

  it('refuses empty blocks', () => {
    expect(rulesOf(documentWith(), [])).toEqual(['empty'])
  })

  it('refuses more people than participations', () => {
    const document = documentWith({ text: '文。' })
    const figures = (people: number, times: number) => [figureOf('quiz.people', people), figureOf('quiz.times', times)]
    expect(rulesOf(document, figures(5, 4))).toEqual(['peopleOverTimes'])
    expect(rulesOf(document, figures(5, 5))).toEqual([])
    expect(rulesOf(document, [figureOf('quiz.people', 5), figureOf('quiz.times', 'noSource')])).toEqual([])
  })

  it('refuses negative counts and ratios above one', () => {
    const document = documentWith({ text: '文。' })
    expect(rulesOf(document, [figureOf('quiz.times', -1)])).toEqual(['outOfRange'])
    expect(rulesOf(document, [figureOf('quiz.rate', [5, 4])])).toEqual(['outOfRange'])
    expect(rulesOf(document, [figureOf('quiz.rate', [4, 4])])).toEqual([])
  })

  it('lets an indicator of the register be below zero, where that was allowed when it was reported', () => {
    const change = { code: 'local.change', name: '增减', unit: '户', kind: 'sum', definition: '比上期' } as const
    const of = (code: string) => (code === change.code ? change : metric(code))
    const document = documentWith({ text: '文。' })
    const figures = [figureOf('local.change', -3)]
    expect(lintReport({ document, figures, metric: of, indicators: [change] })).toEqual([])
  })

  it.each([
    ['quiz.mobile.people', 'quiz.people'],
    ['quiz.mobile.times', 'quiz.times'],
    ['oath', 'themeday.sessions'],
    ['inspection.improved', 'inspection.units'],
  ])('refuses a part that is larger than its whole: %s of %s', (part, whole) => {
    const document = documentWith({ text: '文。' })
    const figures = (n: number) => [figureOf(part, n), figureOf(whole, 4)]
    expect(rulesOf(document, figures(5))).toEqual(['partOverWhole'])
    expect(rulesOf(document, figures(4))).toEqual([])
  })

  const manual = { kind: 'rewrite', by: 'e0', at: 1, conflict: false, instead: null } as const
  const typed = (text: string): ReportDocument => {
    const document = documentWith({ text })
    const blocks = document.blocks.map((block) =>
      block.type === 'paragraph' ? { ...block, sentences: [{ id: 'quiz.taken', runs: [{ text }], manual }] } : block,
    )
    return { ...document, blocks }
  }

  it.each([
    ['有120名党员参加，计80人次。', ['peopleOverTimes']],
    ['有1.2万多名党员参加，计9,000人次。', ['peopleOverTimes']],
    ['有80名党员参加，计120人次。', []],
    ['计120人次，其中80人到场。', []],
  ])('looks at people and times in words that a person typed: %s', (text, rules) => {
    expect(rulesOf(typed(text), [])).toEqual(rules)
  })

  it('warns of a place that does not belong, in words that a person typed only', () => {
    const places = { own: ['示例县', '河湾镇党委'], others: ['远山县', '柳林镇党委'] }
    const found = (document: ReportDocument) =>
      lintReport({ document, figures: [], metric, places }).map(({ rule, level }) => [rule, level])
    expect(found(typed('河湾镇做得好。'))).toEqual([])
    expect(found(typed('柳林镇做得好。'))).toEqual([['foreignPlace', 'warning']])
    expect(found(documentWith({ text: '柳林镇做得好。' }))).toEqual([])
  })

  it('refuses a number for a figure that has none, and a figure that was not given', () => {
    const zero = documentWith({ text: '0', figure: 'oath' })
    expect(rulesOf(zero, [figureOf('oath', 'noSource')])).toEqual(['missingAsNumber'])
    expect(rulesOf(zero, [figureOf('oath', 0)])).toEqual([])
    expect(rulesOf(zero, [])).toEqual(['unknownFigure'])
    expect(
      rulesOf(documentWith({ text: '重温入党誓词', figure: 'oath', missing: true }), [figureOf('oath', 'noSource')]),
    ).toEqual([])
  })
})
