import { describe, expect, it } from 'vitest'
import type { ReportSentence } from '@/contracts/report'
import { template } from '@/domain/report'
import { offeredFigures, withoutBraces } from '@/organiser/pages/report/offered.shared'
import {
  codesInText,
  findSentence,
  isLacking,
  listedFigures,
  newKey,
  type Paragraph,
  piecesOf,
  reproducedWords,
  sizeText,
  titleParts,
  waitsFor,
} from '@/organiser/pages/report/report.shared'
import { byPeriod, type ReportRow, stateOf } from '@/organiser/pages/reports/reports.shared'

const paragraph = (...sentences: ReportSentence[]): Paragraph => ({ type: 'paragraph', section: 'quiz', sentences })
const figure = (code: string, value: number | null) =>
  ({ code, value, state: value === null ? 'noSource' : 'ok' }) as const

describe('the report on the page', () => {
  const sentence: ReportSentence = {
    id: 'quiz.taken',
    runs: [
      { text: '共有' },
      { text: '2,847', figure: 'quiz.people' },
      { text: '名，请假' },
      { text: '3', untraced: true },
      { text: '人，某镇' },
      { text: '71%', figure: 'quiz.rate', orgId: 'town' },
    ],
  }

  it('draws words, figures that open, and numbers that lead nowhere, and loses nothing', () => {
    expect(piecesOf(sentence).map(({ type }) => type)).toEqual([
      'words',
      'figure',
      'words',
      'untraced',
      'words',
      'figure',
    ])
    expect(piecesOf(sentence)[5]).toEqual({ at: 5, type: 'figure', text: '71%', code: 'quiz.rate', orgId: 'town' })
  })

  it('sets a sentence apart when a source is missing in it, unless a person wrote it', () => {
    const lacking: ReportSentence = { id: 'a.missing', runs: [{ text: '整改率', figure: 'x', missing: true }] }
    const manual = { kind: 'rewrite', by: 'e0', at: 1, conflict: false, instead: null } as const
    expect([isLacking(sentence), isLacking(lacking), isLacking({ ...lacking, manual })]).toEqual([false, true, false])
  })

  it('finds a sentence wherever it stands', () => {
    const blocks = [{ type: 'heading', level: 1, text: '一、总体情况' } as const, paragraph(sentence)]
    expect(findSentence(blocks, 'quiz.taken')).toBe(sentence)
    expect(findSentence(blocks, 'quiz.gone')).toBeNull()
  })

  it('lists the figures of the text once, those with a value first, and none that the text does not use', () => {
    const runs = ['a', 'b', 'c', 'b'].map((code) => ({ text: code, figure: code }))
    const blocks = [paragraph({ id: 'a.a', runs })]
    expect(codesInText(blocks)).toEqual(['a', 'b', 'c'])
    const listed = listedFigures({
      document: { title: '', signature: '', day: '2026-11-22', blocks },
      figures: [figure('c', 0), figure('d', 1), figure('b', 2), figure('a', null)],
    })
    expect(listed.map((one) => one.code)).toEqual(['b', 'c', 'a'])
  })

  it('offers figures with a value, also those that were added to the register', () => {
    const trees = { code: 'local.trees', name: '义务植树', unit: '棵', kind: 'sum', definition: '' } as const
    const offered = offeredFigures({
      figures: [figure('quiz.people', 2847), figure('oath', null), figure('local.trees', 1200), figure('gone', 1)],
      indicators: [trees],
    })
    expect(offered.map(({ label }) => label)).toEqual(['参与知识答题党员人数 2,847', '义务植树 1,200'])
  })

  it('keeps out of a sentence what means something else', () => {
    expect(withoutBraces('共{x}名\n党员')).toBe('共x名党员')
  })

  it('makes keys that the contract takes', () => {
    expect(newKey(() => 0.999999)).toBe('zzzzzzzzzzzz')
    expect(newKey(() => 0)).toBe('000000000000')
  })

  it('says how large a file is', () => {
    expect([300, 18_432, 1_310_720].map(sizeText)).toEqual(['1 KB', '18 KB', '1.3 MB'])
  })
})

describe('the list of reports', () => {
  const row = (from: string, version: number, state: ReportRow['state'], returned = false): ReportRow => ({
    from,
    to: '2026-11-30',
    version,
    state,
    returned,
    updatedAt: version,
    fingerprint: null,
  })

  it('has one row for each period, with its latest version', () => {
    const rows = [row('2026-11-01', 1, 'issued'), row('2026-01-01', 1, 'draft'), row('2026-11-01', 2, 'draft')]
    expect(byPeriod(rows).map(({ latest, versions }) => [latest.from, latest.version, versions])).toEqual([
      ['2026-11-01', 2, 2],
      ['2026-01-01', 1, 1],
    ])
  })

  it('says where each stands', () => {
    expect(stateOf(row('2026-11-01', 1, 'draft', true)).words).toBe('已退回')
    expect(stateOf(row('2026-11-01', 1, 'submitted')).words).toBe('待复核')
  })

  it('says why somebody cannot take the next step: it waits for somebody else', () => {
    expect(waitsFor({ state: 'submitted', may: ['recall'] })).toMatch('自己写的不能自己复核')
    expect(waitsFor({ state: 'submitted', may: [] })).toBe('等另一位同志复核')
    expect(waitsFor({ state: 'submitted', may: ['accept', 'return'] })).toBeNull()
    expect(waitsFor({ state: 'reviewed', may: ['return'] })).toMatch('您已经复核')
    expect(waitsFor({ state: 'reviewed', may: [] })).toBe('已经复核，等另一位同志签发')
    expect(waitsFor({ state: 'reviewed', may: ['return', 'issue'] })).toBeNull()
    expect(waitsFor({ state: 'draft', may: [] })).toBeNull()
  })
})

it('breaks the title between words, and keeps a title together that it does not know', () => {
  const parts = (title: string, signature = '示例县河湾镇党委') => titleParts({ title, signature })
  expect(parts('示例县河湾镇党委主题教育督导情况报告')).toEqual(['示例县河湾镇党委', '主题教育', '督导情况报告'])
  expect(parts('示例县河湾镇党委年度报告')).toEqual(['示例县河湾镇党委', '年度报告'])
  expect(parts('别的标题')).toEqual(['别的标题'])
  // the words are those of the template: another title would break anywhere again
  expect(parts(`示例县河湾镇党委${template.title}`)).toHaveLength(3)
})

it('says what came of computing the figures anew', () => {
  const difference = { code: 'quiz.people', name: '人数', frozen: '3', now: '4', why: '' }
  const result = { version: 1, asOf: 0, entries: 9, later: 0, kept: 2, intact: true, compared: 5 }
  expect(reproducedWords({ ...result, equal: true, differences: [] })).toBe('5 项数字与原始记录重新算出的完全一致。')
  expect(reproducedWords({ ...result, equal: false, differences: [difference] })).toBe('1 项数字与原始记录对不上。')
  expect(reproducedWords({ ...result, equal: false, differences: [] })).toMatch('数字都对得上')
  expect(reproducedWords({ ...result, equal: false, differences: [], compared: 0 })).toMatch('没法重新核算')
})
