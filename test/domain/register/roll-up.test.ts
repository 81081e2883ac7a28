import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatFigure } from '../../../src/domain/metrics'
import { manualMetrics } from '../../../src/domain/metrics/manual'
import {
  aboveIn,
  builtInIndicators,
  figureOf,
  type IndicatorRecord,
  keysOf,
  type RollUp,
  reportersOf,
  rollUp,
  withBuiltIns,
} from '../../../src/domain/register'
import { org, records, treeOf } from './trees'

const indicator = (extra: Partial<IndicatorRecord> = {}): IndicatorRecord => ({
  code: 'local.trees',
  unit: '棵',
  kind: 'sum',
  decimals: 1,
  cycle: 'month',
  negative: false,
  orgId: null,
  path: [],
  from: '2026-01-01',
  until: null,
  versions: [
    {
      from: '2026-01-01',
      name: '植树',
      definition: '本期栽下的树',
      reporters: { kinds: ['committee', 'generalBranch'], categories: [] },
    },
  ],
  revision: 1,
  ...extra,
})

/** By `<organisation> <period>`, in the smallest unit. */
type Values = Readonly<Record<string, number>>
const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const MAY_JUNE = { from: '2026-05-01', to: '2026-06-30' }

function rolled(
  one: IndicatorRecord,
  orgId: string,
  span: { from: string; to: string },
  values: Values,
  tree = treeOf(),
): RollUp {
  const node = tree.byId.get(orgId)
  if (!node) throw new Error(orgId)
  return rollUp(one, node, aboveIn(tree, orgId), span, (id, key) => values[`${id} ${key}`] ?? null)
}

const names = ({ due, reported }: RollUp) => [due.map(({ id }) => id), reported.map(({ id }) => id)]

describe('a sum over periods and organisations', () => {
  const all: Values = {
    'town 2026-05': 100,
    'office 2026-05': 1,
    'school 2026-05': 0,
    'town 2026-06': 25,
    'office 2026-06': 3,
    'school 2026-06': 4,
  }

  test('has a value when everyone reported every period', () => {
    const full = rolled(indicator(), 'county', MAY_JUNE, all)
    // 10 + 0.1 + 0 + 2.5 + 0.3 + 0.4
    expect(figureOf(indicator(), full)).toEqual({ code: 'local.trees', value: 13.3, state: 'ok', reported: 3, due: 3 })
    expect(full.sum).toBe(133)
  })

  test('has none while one period of one of them is missing: no smaller number is passed off for it', () => {
    const { 'office 2026-06': _missing, ...rest } = all
    const some = rolled(indicator(), 'county', MAY_JUNE, rest)
    expect(figureOf(indicator(), some)).toEqual({
      code: 'local.trees',
      value: null,
      state: 'incomplete',
      reported: 2,
      due: 3,
    })
    expect(names(some)).toEqual([
      ['town', 'office', 'school'],
      ['town', 'school'],
    ])
    expect(some.sum).toBe(130)
    expect(formatFigure(figureOf(indicator(), some), { kind: 'sum' })).toBe('尚未报齐')
  })

  test('is not due where nobody reports, or no period ends', () => {
    expect(figureOf(indicator(), rolled(indicator(), 'rural', MAY_JUNE, all))).toMatchObject({
      state: 'notDue',
      value: null,
      due: 0,
    })
    expect(
      figureOf(indicator(), rolled(indicator(), 'county', { from: '2026-05-01', to: '2026-05-30' }, all)),
    ).toMatchObject({ state: 'notDue' })
  })

  test('who ended in the middle of a period is not due for it, and stays due for those before', () => {
    const tree = treeOf([org('office', 'committee', 'county', { endedOn: '2026-06-15' })])
    const { 'office 2026-06': _none, ...rest } = all
    const full = rolled(indicator(), 'county', MAY_JUNE, rest, tree)
    expect(figureOf(indicator(), full)).toMatchObject({ state: 'ok', value: 13, due: 3 })
    const { 'office 2026-05': _late, ...later } = rest
    expect(figureOf(indicator(), rolled(indicator(), 'county', MAY_JUNE, later, tree))).toMatchObject({
      state: 'incomplete',
      reported: 2,
    })
  })

  test('who was founded in a period is due for it, and not before', () => {
    const tree = treeOf([org('new', 'committee', 'county', { foundedOn: '2026-06-20' })])
    expect(
      figureOf(indicator(), rolled(indicator(), 'county', MAY_JUNE, { ...all, 'new 2026-06': 5 }, tree)),
    ).toMatchObject({
      state: 'ok',
      value: 13.8,
      due: 4,
    })
  })

  test('a value of somebody who is not due does not count', () => {
    expect(rolled(indicator(), 'county', MAY_JUNE, { ...all, 'rural 2026-05': 999 }).sum).toBe(133)
  })

  test('a new version says who reports from its day on', () => {
    const [first] = indicator().versions
    if (!first) throw new Error('no version')
    const villages = {
      ...first,
      from: '2026-06-01',
      reporters: { ...first.reporters, categories: ['village' as const] },
    }
    const one = indicator({ versions: [first, villages] })
    const { 'office 2026-06': _a, 'school 2026-06': _b, ...rest } = all
    expect(figureOf(one, rolled(one, 'county', MAY_JUNE, rest))).toMatchObject({ state: 'ok', value: 12.6 })
  })
})

describe('a state of things', () => {
  const latest = indicator({ kind: 'latest', cycle: 'quarter', decimals: 0 })

  test('is that of the last period that is over, also when it ended before the span', () => {
    const values = { 'town 2026-Q2': 7, 'office 2026-Q2': 1, 'school 2026-Q2': 2, 'town 2026-Q1': 90 }
    for (const span of [MAY_JUNE, YEAR, { from: '2026-08-01', to: '2026-08-20' }]) {
      const one = rolled(latest, 'county', { ...span, to: span.to > '2026-09-29' ? '2026-09-29' : span.to }, values)
      expect(figureOf(latest, one)).toMatchObject({ state: 'ok', value: 10 })
    }
  })

  test('does not take an older value for who has not reported the last one', () => {
    const one = rolled(latest, 'county', MAY_JUNE, { 'town 2026-Q1': 90, 'office 2026-Q2': 1 })
    expect(one.sum).toBe(1)
    expect(figureOf(latest, one)).toMatchObject({ state: 'incomplete', reported: 1, due: 3 })
  })
})

describe('what is reported once', () => {
  const once = indicator({ cycle: 'once', from: '2026-03-01', until: '2026-10-31' })
  const values = { 'town once': 10, 'office once': 20, 'school once': 30 }
  test('stands from the day on which the indicator begins to the one on which it ends', () => {
    const state = (to: string) => figureOf(once, rolled(once, 'county', { from: '2026-01-01', to }, values)).state
    expect(['2026-02-28', '2026-03-01', '2026-10-31', '2026-11-01'].map(state)).toEqual([
      'notDue',
      'ok',
      'ok',
      'notDue',
    ])
  })

  test('is owed by nobody after the indicator has ended', () => {
    const tree = treeOf()
    const county = tree.byId.get('county')
    if (!county) throw new Error('no county')
    const due = (today: string) => reportersOf(once, 'once', county, [], today).length
    expect([due('2026-10-31'), due('2026-11-01')]).toEqual([3, 0])
  })
})

test('an indicator begins with the period that ends on or after its first day, and ends with the last that is whole', () => {
  expect(keysOf(indicator({ from: '2026-02-15', until: '2026-05-30' }), YEAR)).toEqual([
    '2026-02',
    '2026-03',
    '2026-04',
  ])
})

describe('laws', () => {
  const orgIds = records.map(({ id }) => id)
  const keys = ['2026-05', '2026-06']
  const values = fc.dictionary(
    fc.constantFrom(...orgIds.flatMap((id) => keys.map((key) => `${id} ${key}`))),
    fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
  )
  const kinds = fc.subarray(['committee' as const, 'generalBranch' as const, 'branch' as const], { minLength: 1 })
  const categories = fc.subarray(['village' as const, 'cityOffice' as const, 'publicInstitution' as const])
  const scope = fc.option(fc.constantFrom('county', 'town', 'rural'), { nil: null })

  test('what is above and does not report itself is the sum of its children, and so are those who are due and who reported', () => {
    fc.assert(
      fc.property(values, kinds, categories, scope, (given, some, of, orgId) => {
        const [version] = indicator().versions
        if (!version) throw new Error('no version')
        const one = indicator({ orgId, versions: [{ ...version, reporters: { kinds: some, categories: of } }] })
        const tree = treeOf()
        for (const node of tree.walk) {
          const parent = rolled(one, node.id, MAY_JUNE, given)
          if (parent.due.some(({ id }) => id === node.id)) continue
          const children = node.children.map(({ id }) => rolled(one, id, MAY_JUNE, given))
          expect(parent.sum).toBe(children.reduce((sum, child) => sum + child.sum, 0))
          expect(names(parent)).toEqual([
            children.flatMap((child) => names(child)[0] ?? []),
            children.flatMap((child) => names(child)[1] ?? []),
          ])
        }
      }),
    )
  })

  test('nobody who reports lies below another who does', () => {
    fc.assert(
      fc.property(kinds, categories, scope, (some, of, orgId) => {
        const [version] = indicator().versions
        if (!version) throw new Error('no version')
        const one = indicator({ orgId, versions: [{ ...version, reporters: { kinds: some, categories: of } }] })
        const tree = treeOf()
        const ids = new Set(rolled(one, 'county', MAY_JUNE, {}).due.map(({ id }) => id))
        for (const id of ids) expect(aboveIn(tree, id).some((above) => ids.has(above.id))).toBe(false)
      }),
    )
  })

  test('spans that follow each other add up', () => {
    fc.assert(
      fc.property(values, (given) => {
        const [may, june] = [
          { from: '2026-05-01', to: '2026-05-31' },
          { from: '2026-06-01', to: '2026-06-30' },
        ].map((span) => rolled(indicator(), 'county', span, given).sum)
        expect(rolled(indicator(), 'county', MAY_JUNE, given).sum).toBe((may ?? 0) + (june ?? 0))
      }),
    )
  })
})

describe('the report’s own indicators', () => {
  test('are those of the registry, every one', () => {
    expect(builtInIndicators.map(({ code }) => code)).toEqual(manualMetrics.map(({ code }) => code))
    expect(builtInIndicators).toHaveLength(18)
    const roads = builtInIndicators.find(({ code }) => code === 'poverty.road_km')
    expect(roads).toMatchObject({ decimals: 2, kind: 'sum', unit: '公里' })
  })

  test('give way to what somebody made of them, and others come after them', () => {
    const changed = { ...indicator(), code: 'poverty.villages' }
    const all = withBuiltIns([{ ...indicator(), code: 'local.b' }, changed, { ...indicator(), code: 'local.a' }])
    expect(all).toHaveLength(20)
    expect(all[0]).toBe(changed)
    expect(all.slice(-2).map(({ code }) => code)).toEqual(['local.a', 'local.b'])
  })
})
