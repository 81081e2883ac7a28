import { describe, expect, test } from 'vitest'
import type { Tally } from '../../../src/contracts/register-entries'
import {
  entryTag,
  grouped,
  inGroup,
  tallyParts,
  tallyWords,
} from '../../../src/organiser/components/register/register.shared'
import { toggled, typedCode } from '../../../src/organiser/pages/define/define.shared'
import {
  type EntryView,
  firstForm,
  formFault,
  isJump,
  mayDecide,
  mayFill,
  sentForm,
} from '../../../src/organiser/pages/entry/entry.shared'
import { missingWords } from '../../../src/organiser/pages/indicator/indicator.shared'
import {
  allOf,
  commonPeriod,
  headWords,
  isOwnOnly,
  type RegisterRow,
} from '../../../src/organiser/pages/register/register.shared'

const tally = (due: number, reported: number, waiting: number, overdue: number): Tally => ({
  ...{ due, reported, waiting, overdue },
  sum: '0',
})

describe('how many have reported', () => {
  test('in words', () => {
    expect(tallyWords(tally(16, 12, 2, 2))).toBe('已审 12 家 · 待审 2 家 · 未报 2 家（已逾期）')
    expect(tallyWords(tally(16, 12, 2, 0))).toBe('已审 12 家 · 待审 2 家 · 未报 2 家')
    expect(tallyWords(tally(16, 16, 0, 0))).toBe('已报齐')
    expect([tally(1, 0, 0, 1), tally(1, 0, 0, 0), tally(1, 0, 1, 0), tally(1, 1, 0, 0)].map(tallyWords)).toEqual([
      '逾期未报',
      '未报',
      '待审核',
      '已审',
    ])
  })

  test('drawn: what stands, then what waits; nobody due is nothing', () => {
    expect(tallyParts(tally(4, 1, 2, 1)).map(({ fraction }) => fraction)).toEqual([0.25, 0.5])
    expect(tallyParts(tally(0, 0, 0, 0))).toEqual([])
  })

  test('over all indicators, with what is most pressing', () => {
    const row = (one: Tally) => ({ indicator: {} as never, period: '2026-Q3', ...one })
    const all = allOf([row(tally(3, 2, 1, 0)), row(tally(3, 1, 0, 2))])
    expect(all).toMatchObject({ due: 6, reported: 3, waiting: 1, overdue: 2 })
    expect(headWords(all)).toBe('还有 2 份过了时间没有报')
    expect(headWords(tally(6, 5, 1, 0))).toBe('1 份等待审核')
    expect(headWords(tally(6, 5, 0, 0))).toBe('还有 1 份没有报')
    expect(headWords(tally(6, 6, 0, 0))).toBe('都报齐了，也都审过了')
    expect(headWords(allOf([]))).toBe('这里没有要填报的指标')
    // a branch that only reports for itself has nothing to add up
    expect([isOwnOnly([row(tally(1, 0, 0, 1)), row(tally(0, 0, 0, 0))]), isOwnOnly([row(tally(2, 0, 0, 0))])]).toEqual([
      true,
      false,
    ])
    const due = (period: string) => ({ ...row(tally(1, 0, 0, 0)), period: period as RegisterRow['period'] })
    expect([commonPeriod([due('2026Q3'), due('2026Q3')]), commonPeriod([due('2026Q3'), due('2026-10')])]).toEqual([
      '2026Q3',
      null,
    ])
  })
})

test('a code is small letters, also when a Chinese keyboard gives wide ones', () => {
  expect(['Local.Trees', 'ｌｏｃａｌ．ｔｒｅｅｓ', 'local。trees '].map(typedCode)).toEqual(
    Array(3).fill('local.trees'),
  )
})

test('indicators stand by the beginning of their name, those without one last', () => {
  expect(inGroup('扶贫：贫困村')).toEqual({ group: '扶贫', short: '贫困村' })
  expect(inGroup('：无名')).toEqual({ group: '其他', short: '：无名' })
  const rows = ['流程再造', '扶贫：贫困村', '整风：检查', '扶贫：道路']
  expect(grouped(rows, (name) => name)).toEqual([
    { group: '扶贫', rows: ['扶贫：贫困村', '扶贫：道路'] },
    { group: '整风', rows: ['整风：检查'] },
    { group: '其他', rows: ['流程再造'] },
  ])
})

test('an entry says how it stands, and that a correction is only one', () => {
  const text = (state: 'missing' | 'submitted' | 'accepted' | 'returned', standing: string | null, overdue = false) =>
    entryTag({ state, standing, overdue }).text
  expect([text('missing', null), text('missing', null, true), text('submitted', null), text('submitted', '3')]).toEqual(
    ['未报', '逾期未报', '待审核', '更正待审'],
  )
  expect([text('accepted', '3'), text('returned', '3')]).toEqual(['已审', '已退回'])
})

const view = (extra: object = {}): EntryView =>
  ({
    org: { id: 'town', name: '示例镇党委', kind: 'committee', category: null },
    indicator: { code: 'discipline.checks', unit: '次', decimals: 0, negative: false },
    ...{ period: '2026-Q3', today: '2026-11-10', opensOn: '2026-09-30', due: true, overdue: true },
    ...{ last: { period: '2026-Q2', value: '12' }, maySubmit: true, mayJudge: false },
    entry: { state: 'missing', revision: 0, standing: null, submissions: [] },
    ...extra,
  }) as unknown as EntryView

describe('the form', () => {
  const form = { ...firstForm(view()), value: '１５', name: ' 示例台账 ' }

  test('begins with the days that are usual, or with what was returned', () => {
    expect(firstForm(view())).toEqual({
      value: '',
      name: '',
      number: '',
      day: '2026-11-10',
      asOfDay: '2026-09-30',
      note: '',
    })
    const document = { name: '示例', number: '1号', day: '2026-10-08' }
    const sent = { n: 1, value: '7', document, asOfDay: '2026-10-01', note: '注', at: 1, mine: true }
    const entry = { state: 'returned', revision: 2, standing: null, submissions: [sent] }
    expect(firstForm(view({ entry }))).toEqual({ value: '7', ...document, asOfDay: '2026-10-01', note: '注' })
  })

  test('says what is wrong with it, one thing at a time', () => {
    expect(formFault(view(), form)).toBeNull()
    expect(formFault(view(), { ...form, value: '' })).toContain('填 0')
    expect(formFault(view(), { ...form, value: '1.5' })).toContain('整数')
    expect(formFault(view(), { ...form, value: '十五' })).toContain('整数')
    expect(formFault(view(), { ...form, value: '-1' })).toContain('小于零')
    expect(formFault(view(), { ...form, name: '表' })).toContain('来源文件')
  })

  test('sends what was meant, on the revision that was seen', () => {
    expect(sentForm(view(), form, 'key-0001', false)).toEqual({
      ...{ orgId: 'town', code: 'discipline.checks', period: '2026-Q3', key: 'key-0001', was: 0, jumpSeen: false },
      ...{ value: '15', asOfDay: '2026-09-30', note: '' },
      document: { name: '示例台账', number: '', day: '2026-11-10' },
    })
  })

  test('asks about ten times the last value before it goes out', () => {
    expect(isJump(view(), { ...form, value: '120' })).toBe(true)
    expect(isJump(view(), { ...form, value: '119' })).toBe(false)
    expect(isJump(view({ last: null }), { ...form, value: '120' })).toBe(false)
    const standing = { state: 'accepted', revision: 2, standing: { value: '5', n: 1 }, submissions: [] }
    expect(isJump(view({ last: null, entry: standing }), { ...form, value: '50' })).toBe(true)
  })

  test('is open to those who report, when it is time; the verdict to those who did not submit it', () => {
    expect(mayFill(view())).toBe(true)
    expect([{ due: false }, { maySubmit: false }, { opensOn: '2026-12-31' }].map((one) => mayFill(view(one)))).toEqual([
      false,
      false,
      false,
    ])
    const waits = (mine: boolean) => ({ state: 'submitted', revision: 1, standing: null, submissions: [{ mine }] })
    expect(mayDecide(view({ mayJudge: true, entry: waits(false) }))).toBe(true)
    expect(mayDecide(view({ mayJudge: true, entry: waits(true) }))).toBe(false)
    expect(mayDecide(view({ mayJudge: false, entry: waits(false) }))).toBe(false)
  })
})

test('a choice of several keeps the order in which they are offered', () => {
  expect(toggled(['a', 'b', 'c'], ['c'], 'a')).toEqual(['a', 'c'])
  expect(toggled(['a', 'b', 'c'], ['a', 'c'], 'a')).toEqual(['c'])
})

test('who has not reported is named, the first twelve', () => {
  const one = (i: number, state: 'missing' | 'returned' = 'missing') => ({
    org: { id: `o${i}`, name: `示例${i}`, kind: 'committee' as const, category: null },
    ...{ state, overdue: true },
  })
  expect(missingWords({ missing: [one(1), one(2, 'returned')], missingCount: 2 })).toBe('示例1、示例2（已退回）')
  const many = Array.from({ length: 14 }, (_, i) => one(i))
  expect(missingWords({ missing: many, missingCount: 14 })).toMatch(/示例11 等 14 个单位$/)
})
