import { describe, expect, it } from 'vitest'
import type { Figure } from '@/contracts/stats'
import { metric } from '@/domain/metrics'
import { canonicalJson, composeReport, foreignPlaces, runsOfBlock, textOfBlock } from '@/domain/report'
import { byCode, figureOf, figuresOf, type Given } from './figures'

const compose = (given: Record<string, Given>, more: Partial<Parameters<typeof composeReport>[0]> = {}) =>
  composeReport({
    org: { name: '示例县', kind: 'county' },
    from: '2026-11-01',
    to: '2026-11-22',
    asOf: Date.UTC(2026, 10, 22, 1, 30),
    day: '2026-11-22',
    figures: byCode(figuresOf(given)),
    metric,
    ...more,
  }).document
const textOf = (...given: Parameters<typeof compose>) =>
  compose(...given)
    .blocks.map(textOfBlock)
    .join('\n')

describe('imbalance', () => {
  const rates: Record<string, Given> = {
    'imbalance.attendance.cityOffice': [94, 100],
    'imbalance.attendance.village': [72, 100],
    'imbalance.attendance.newOrganisation': [53, 100],
  }

  it('names the strongest and the weakest category and how far they lie apart', () => {
    expect(textOf(rates)).toContain(
      '主题党日到会率最高的类别是市直机关（94%），最低的是两新组织（53%），相差41个百分点。',
    )
    const gap = compose(rates)
      .blocks.flatMap(runsOfBlock)
      .find(({ against }) => against)
    expect(gap).toEqual({
      text: '41',
      figure: 'imbalance.attendance.cityOffice',
      against: 'imbalance.attendance.newOrganisation',
    })
  })

  it('subtracts what is printed: 80.45 % and 70.44 % read 80.5 and 70.4, and 10.1 apart', () => {
    const close = {
      'imbalance.attendance.cityOffice': [8045, 10000],
      'imbalance.attendance.village': [7044, 10000],
    } as const
    expect(textOf(close)).toContain('市直机关（80.5%），最低的是农村（70.4%），相差10.1个百分点')
  })

  it('says nothing of less than five points, of one category, of suppressed cells', () => {
    expect(
      textOf({ 'imbalance.attendance.cityOffice': [94, 100], 'imbalance.attendance.village': [90, 100] }),
    ).not.toContain('最高的类别')
    expect(textOf({ 'imbalance.attendance.cityOffice': [94, 100] })).not.toContain('最高的类别')
    const figures = byCode([
      ...figuresOf({ 'imbalance.attendance.cityOffice': [94, 100] }),
      { code: 'imbalance.attendance.village', value: null, state: 'suppressed', organisations: 3 } as Figure,
    ])
    expect(textOf({}, { figures })).not.toContain('最高的类别')
  })

  it('says nothing of categories in which few were expected', () => {
    const few = (expected: number) =>
      textOf({ 'imbalance.attendance.cityOffice': [94, 100], 'imbalance.attendance.village': [5, expected] })
    expect(few(9)).not.toContain('最高的类别')
    expect(few(10)).toContain('最高的类别')
  })

  it('names organisations that lie far behind, lowest first, at most three, none of a few people', () => {
    const below = [
      ['a', '河湾镇党委', 71, 100],
      ['b', '东岭乡党委', 60, 100],
      ['c', '教育局党委', 90, 100],
      ['d', '卫健局党委', 40, 100],
      ['e', '新业态综合党委', 70, 100],
      ['f', '小小党委', 1, 19],
    ].map(([id, name, actual, expected]) => ({
      org: { id: String(id), name: String(name) },
      figures: [figureOf('themeday.attendance', [Number(actual), Number(expected)])],
    }))
    const text = textOf({ 'themeday.attendance': [80, 100] }, { below })
    expect(text).toContain(
      '主题党日到会率比全县低五个百分点以上、需要帮助的单位有卫健局党委（40%）、东岭乡党委（60%）、新业态综合党委（70%）。',
    )
    expect(text).not.toContain('小小党委')
  })
})

describe('figures of the register', () => {
  const incomplete = (code: string, reported: number, due: number): Figure => ({
    code,
    value: null,
    state: 'incomplete',
    reported,
    due,
  })

  it('are not quoted before all have reported', () => {
    const figures = byCode([
      ...figuresOf({}),
      incomplete('poverty.road_km', 9, 12),
      incomplete('poverty.squares', 9, 12),
    ])
    const text = textOf({}, { figures })
    expect(text).toContain('扶贫（硬化道路、文化广场）：12个单位中9个已上报，暂不引用。')
  })

  it('that were added without a release are spoken of by name and unit', () => {
    const added = { code: 'local.trees', name: '义务植树', unit: '棵', kind: 'sum' as const, definition: '种下的树。' }
    const lookUp = (code: string) => (code === added.code ? added : metric(code))
    const given = { metric: lookUp, indicators: [added] }
    const figures = byCode([...figuresOf({}), figureOf('local.trees', 1200)])
    expect(textOf({}, { ...given, figures })).toContain('（七）其他台账指标\n义务植树1,200棵。')
    const lacking = byCode([...figuresOf({}), incomplete('local.trees', 1, 3)])
    expect(textOf({}, { ...given, figures: lacking })).toContain('义务植树：3个单位中1个已上报，暂不引用。')
  })
})

describe('“X多”', () => {
  it('rounds down and never up', () => {
    expect(textOf({ 'quiz.people': 2899, 'quiz.times': 2899 })).toContain('本期，全县2800多名党员参与知识答题。')
  })
})

describe('places that do not belong', () => {
  const places = {
    own: ['示例县', '城关镇党委', '河湾镇党委', '河湾镇东村党支部'],
    others: ['东岭乡党委', '西川县委机关党委'],
  }
  it.each([
    ['河湾镇和城关镇开展较好', []],
    ['在河湾镇东村开展', []],
    ['全县各乡镇、行政村、社区和园区', []],
    ['东岭乡开展较好', ['东岭乡']],
    ['某地青石镇的做法', ['某地青石镇']],
  ])('%s', (text, found) => {
    expect(foreignPlaces(text, places)).toEqual(found)
  })
})

describe('canonical JSON', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: 1, c: undefined }], a: null })).toBe('{"a":null,"b":[1,{"d":1}]}')
    expect(canonicalJson({ a: null, b: [1, { d: 1 }] })).toBe(canonicalJson({ b: [1, { d: 1 }], a: null }))
  })
})
