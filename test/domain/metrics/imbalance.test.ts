import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Category } from '../../../src/contracts/identity'
import { categories, createContexts, evaluate } from '../../../src/domain/metrics'
import { LEAST_ORGANISATIONS, suppressedCategories, suppressedParts } from '../../../src/domain/metrics/imbalance'
import { buildTree, Links, makeFact, ParticipationIndex, rosterBlocks } from '../../../src/domain/participation'
import { startOfDay } from '../../../src/domain/time'
import { period, world } from '../participation/world'

const sizes = (of: Partial<Record<Category | 'other', number>>) =>
  new Map(Object.entries(of) as [Category | 'other', number][])
const hidden = (of: Partial<Record<Category | 'other', number>>) => [...suppressedCategories(sizes(of))].sort()

describe('categories that are not shown by themselves', () => {
  it('are those of fewer than five branches', () => {
    expect(hidden({ village: 5, community: 9 })).toEqual([])
    // together five: what is left of the total says nothing of either
    expect(hidden({ village: 63, community: 3, newOrganisation: 2 })).toEqual(['community', 'newOrganisation'])
  })

  it('take the smallest of the others with them when what is left of the total would give them away', () => {
    expect(hidden({ village: 63, community: 9, cityOffice: 38, newOrganisation: 2 })).toEqual([
      'community',
      'newOrganisation',
    ])
    // 1 and 3 are four together
    expect(hidden({ village: 63, community: 9, stateEnterprise: 1, newOrganisation: 3 })).toEqual([
      'community',
      'newOrganisation',
      'stateEnterprise',
    ])
    // of equals the first in the report's order
    expect(hidden({ townOffice: 7, village: 7, newOrganisation: 1 })).toEqual(['newOrganisation', 'townOffice'])
  })

  it('count branches without a category among what is left', () => {
    expect(hidden({ village: 63, newOrganisation: 2, other: 3 })).toEqual(['newOrganisation'])
    expect(hidden({ village: 63, community: 6, other: 2 })).toEqual(['community'])
    expect(hidden({ village: 63, other: 5 })).toEqual([])
  })

  it('are all, when there is nothing that could hide them', () => {
    expect(hidden({ village: 4 })).toEqual(['village'])
    expect(hidden({ village: 2, community: 1 })).toEqual(['community', 'village'])
    expect(hidden({})).toEqual([])
  })

  it('leave nothing of fewer than five branches to be worked out by subtraction, for any numbers', () => {
    const count = fc.integer({ min: 0, max: 12 })
    fc.assert(
      fc.property(fc.array(count, { minLength: 8, maxLength: 8 }), count, (counts, other) => {
        const of = new Map<Category | 'other', number>(categories.map((category, i) => [category, counts[i] ?? 0]))
        of.set('other', other)
        const not = suppressedCategories(of)
        const size = (category: Category) => of.get(category) ?? 0
        const shown = categories.filter((category) => size(category) > 0 && !not.has(category))
        for (const category of shown) expect(size(category)).toBeGreaterThanOrEqual(LEAST_ORGANISATIONS)
        // the total less what is shown
        const left = [...of.values()].reduce((a, b) => a + b, 0) - shown.reduce((sum, one) => sum + size(one), 0)
        if (shown.length > 0 && left > 0) expect(left).toBeGreaterThanOrEqual(LEAST_ORGANISATIONS)
        // never more than needed: with the one that was hidden last shown again, something could be worked out
        const extra = [...not].filter((category) => size(category) >= LEAST_ORGANISATIONS)
        expect(extra.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

/** 村一 … 村五 in seats 0–9, 10–19, … with two members each; 企一 in 50–59 with one, 企二 in 60–69 with one; three
 * branches without a category from 70 on, three members in the first. */
const branch = (id: string, order: number, category: Category | null) => ({
  id,
  name: `示例${id}支部`,
  kind: 'branch' as const,
  category,
  parentId: 'c',
  order,
  seats: [[order * 10, order * 10 + 10] as [number, number]],
})
const tree = buildTree([
  { id: 'c', name: '示例党委', kind: 'committee', category: null, parentId: null, order: -1, seats: [] },
  ...[0, 1, 2, 3, 4].map((i) => branch(`v${i}`, i, 'village')),
  branch('e5', 5, 'newOrganisation'),
  branch('e6', 6, 'newOrganisation'),
  ...[7, 8, 9].map((i) => branch(`n${i}`, i, null)),
])
const seats = [0, 1, 10, 11, 20, 21, 30, 31, 40, 41, 50, 60, 70, 71, 72]
const roster = rosterBlocks(
  seats.map((seat) => ({
    seatings: [{ seat, orgId: 'c', from: null, until: null }],
    mobileSpells: [],
    fullFrom: '2000-01-01',
    bornYear: 1970,
  })),
)
const at = startOfDay('2026-11-10')
const take = (kind: 'quiz' | 'lesson' | 'themeday', activityId: string, seat: number) =>
  makeFact({
    kind,
    activityId,
    person: { id: `p${seat}`, seat, orgId: 'v', mobile: false },
    occurredAt: at,
    recordedAt: at,
    channel: 'self',
  })
const index = ParticipationIndex.of([], {
  facts: [
    ...[0, 10, 11, 20, 50].map((seat) => take('quiz', 'q1', seat)),
    take('lesson', 'l1', 0),
    ...[0, 1, 10].map((seat) => take('themeday', `t${seat < 10 ? 0 : 1}`, seat)),
  ],
  rosters: [
    { activityId: 't0', day: '2026-11-10', expected: [0, 1], mobile: [] },
    { activityId: 't1', day: '2026-11-10', expected: [10, 11], mobile: [] },
  ],
})
const input = { index, roster, from: '2026-11-01', to: '2026-11-30', today: '2026-12-05' }
const figure = (code: string, slice = {}) => {
  const [context] = createContexts({ ...input, slice }, [tree.byId.get('c') as never])
  return evaluate(code, context as never)
}

describe('the parts of a category’s figure', () => {
  const part = (organisations: number, state: 'ok' | 'suppressed' = 'ok') =>
    state === 'ok'
      ? { code: 'x', value: 0.5, state, numerator: organisations, denominator: organisations * 2, organisations }
      : { code: 'x', value: null, state, organisations }

  it('of which one is too small take the next smallest with them: the whole beside them would give it away', () => {
    const shown = suppressedParts([part(9), part(3, 'suppressed'), part(6), part(0)])
    expect(shown).toEqual([part(9), part(3, 'suppressed'), part(6, 'suppressed'), part(0)])
    // three and two are five together
    const enough = [part(9), part(3, 'suppressed'), part(2, 'suppressed')]
    expect(suppressedParts(enough)).toEqual(enough)
  })

  it('whatever somebody adds and subtracts of one answer, what is left is of nobody or of at least five branches', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 12 }), (branches) => {
        const shown = suppressedParts(
          branches.map((n) => part(n, n > 0 && n < LEAST_ORGANISATIONS ? 'suppressed' : 'ok')),
        )
        const rows = shown.map((figure, i) => ({ n: branches[i] ?? 0, figure }))
        expect(shown.map(({ organisations }) => organisations)).toEqual(branches)
        const visible = rows.filter(({ figure }) => figure.state === 'ok' && (figure.organisations ?? 0) > 0)
        const left = rows.reduce((sum, { n }) => sum + n, 0) - visible.reduce((sum, { n }) => sum + n, 0)
        expect(visible.every(({ n }) => n >= LEAST_ORGANISATIONS)).toBe(true)
        expect(left === 0 || left >= LEAST_ORGANISATIONS || visible.length === 0).toBe(true)
        for (const { figure } of rows) {
          if (figure.state === 'suppressed') expect(figure).not.toHaveProperty('numerator')
        }
      }),
    )
  })
})

describe('rates by category', () => {
  it('are those worked out by hand, with how many branches there are', () => {
    expect(figure('imbalance.quiz.village')).toEqual({
      code: 'imbalance.quiz.village',
      value: 0.4,
      state: 'ok',
      numerator: 4,
      denominator: 10,
      organisations: 5,
    })
    expect(figure('imbalance.lesson.village')).toMatchObject({ numerator: 1, denominator: 10 })
    expect(figure('imbalance.coverage.village')).toMatchObject({ numerator: 2, denominator: 5, value: 0.4 })
    expect(figure('imbalance.attendance.village')).toMatchObject({ numerator: 3, denominator: 4, value: 0.75 })
  })

  it('of too few branches say how many there are, and nothing else', () => {
    // two, and with the three without a category five: the villages need not be hidden
    expect(figure('imbalance.quiz.newOrganisation')).toEqual({
      code: 'imbalance.quiz.newOrganisation',
      value: null,
      state: 'suppressed',
      organisations: 2,
    })
  })

  it('of no branches at all are due from nobody', () => {
    expect(figure('imbalance.quiz.community')).toMatchObject({ state: 'notDue', organisations: 0 })
  })
})

describe('laws of rates by category', () => {
  it('a parent’s parts are the sum of its children’s, whatever the slice', () => {
    fc.assert(
      fc.property(world, period, fc.constantFrom({}, { mobile: true as const }), (county, days, slice) => {
        const { facts, rosters, blocks, tree: random } = county
        const all = ParticipationIndex.of([], { facts, rosters, links: Links.of(blocks) })
        const of = { index: all, roster: blocks, slice, ...days, today: '2030-01-01' }
        // the world's branches have no category: every second one is a village, the others are communities
        const withCategories = buildTree(
          random.walk.map(({ children: _c, own, ranges: _r, committees: _n, branches: _b, ...record }, i) => ({
            ...record,
            category: record.kind === 'branch' ? (i % 2 === 0 ? ('village' as const) : ('community' as const)) : null,
            seats: own,
          })),
        )
        for (const node of withCategories.walk) {
          if (node.children.length === 0) continue
          const [own] = createContexts(of, [node])
          const children = createContexts(of, node.children)
          for (const category of ['village', 'community'] as const) {
            const parts = children.map((child) => child.category(category))
            const total = own?.category(category)
            expect(total?.organisations).toBe(parts.reduce((sum, { organisations }) => sum + organisations, 0))
            for (const rate of ['coverage', 'attendance', 'quiz', 'lesson'] as const) {
              for (const part of ['numerator', 'denominator'] as const) {
                expect(total?.[rate][part]).toBe(parts.reduce((sum, one) => sum + one[rate][part], 0))
              }
            }
          }
          const both = (['village', 'community'] as const).map((category) => own?.category(category).attendance)
          expect(both.reduce((sum, one) => sum + (one?.denominator ?? 0), 0)).toBe(own?.attendance().denominator)
        }
      }),
      { numRuns: 25 },
    )
  })
})
