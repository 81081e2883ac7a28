import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParticipationKind } from '../../../src/contracts/common'
import {
  Bitmap,
  Block,
  ParticipationIndex,
  type Query,
  recount,
  recountAttendance,
  recountMissing,
} from '../../../src/domain/participation'
import { fold, period, reordered, type World, world } from './world'

const kind = fc.constantFrom<ParticipationKind>('quiz', 'lesson', 'themeday')
const slice = fc.record({ mobileOnly: fc.boolean(), activity: fc.option(fc.nat(5)) })
const query: fc.Arbitrary<Query> = fc.tuple(kind, period, slice).map(([of, days, { mobileOnly, activity }]) => ({
  kind: of,
  ...days,
  mobileOnly,
  ...(activity === null ? {} : { activityId: `${of[0]}${activity}` }),
}))

/** Some facts folded, in some order and portions; the tail has the others, and some of the folded ones again. */
const indexOf = ({ facts, expectedOf }: World, folded: readonly number[], order: readonly number[]) => {
  const state = facts.map((_, i) => folded[i % Math.max(folded.length, 1)] ?? 0)
  const store = fold(
    new Map(),
    reordered(
      facts.filter((_, i) => state[i] !== 0),
      order,
    ),
    expectedOf,
  )
  const tail = reordered(
    facts.filter((_, i) => state[i] !== 1),
    order,
  )
  return ParticipationIndex.of([...store.values()], tail, expectedOf)
}
/** 0 only in the tail, 1 folded, 2 both. */
const states = fc.array(fc.nat(2), { maxLength: 30 })
const order = fc.array(fc.nat(), { maxLength: 30 })

describe('index = recount of the ledger', () => {
  it('for people, times and activities of every organisation, any period, slice and activity', () => {
    fc.assert(
      fc.property(world, query, states, order, (county, asked, folded, shuffled) => {
        const index = indexOf(county, folded, shuffled)
        for (const { ranges } of county.tree.walk) {
          expect(index.tally(asked, ranges)).toEqual(recount(county.facts, asked, ranges))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('for who is missing', () => {
    fc.assert(
      fc.property(world, query, states, order, (county, asked, folded, shuffled) => {
        const index = indexOf(county, folded, shuffled)
        const roster = Bitmap.from(county.roster)
        for (const { ranges } of county.tree.walk) {
          const missing = index.missing(asked, roster, ranges).toArray()
          expect(missing).toEqual(recountMissing(county.facts, asked, county.roster, ranges))
          expect(index.participated(asked, roster, [ranges])).toEqual([roster.countIn(ranges) - missing.length])
          const came = index.who(asked, ranges)
          expect(came.size).toBe(index.tally(asked, ranges).people)
          expect(came.and(Bitmap.from(missing)).isEmpty).toBe(true)
        }
      }),
    )
  })

  it('for attendance, of all and of some', () => {
    fc.assert(
      fc.property(world, period, states, order, fc.array(fc.nat(60)), (county, days, folded, shuffled, some) => {
        const index = indexOf(county, folded, shuffled)
        const among = new Set(some.map((n) => county.roster[n % Math.max(county.roster.length, 1)] ?? 0))
        const lists = (county.tree.roots[0]?.children ?? []).map((child) => child.ranges)
        const recounted = (only?: ReadonlySet<number>) =>
          lists.map((ranges) => recountAttendance(county.facts, days, ranges, county.expectedOf, only))
        expect(index.attendance(days, lists)).toEqual(recounted())
        expect(index.attendance(days, lists, Bitmap.from(among))).toEqual(recounted(among))
        for (const { actual, expected } of index.attendance(days, lists)) expect(actual).toBeLessThanOrEqual(expected)
      }),
    )
  })
})

describe('laws of the figures', () => {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

  it('a parent is the fold of its children', () => {
    fc.assert(
      fc.property(world, query, states, order, (county, asked, folded, shuffled) => {
        const index = indexOf(county, folded, shuffled)
        for (const node of county.tree.walk.filter(({ children }) => children.length > 0)) {
          const parent = index.tally(asked, node.ranges)
          const children = index.byChildren(
            asked,
            node.children.map((child) => child.ranges),
          )
          expect(children).toEqual(node.children.map((child) => index.tally(asked, child.ranges)))
          // a member sits in one child only; an activity may be in several
          expect(parent.people).toBe(sum(children.map((child) => child.people)))
          expect(parent.times).toBe(sum(children.map((child) => child.times)))
          expect(parent.sessions).toBeLessThanOrEqual(sum(children.map((child) => child.sessions)))
          expect(parent.sessions).toBeGreaterThanOrEqual(Math.max(...children.map((child) => child.sessions)))
        }
      }),
    )
  })

  it('people ≤ times, people ≤ members, a union ≤ its sum', () => {
    fc.assert(
      fc.property(world, query, (county, asked) => {
        const index = ParticipationIndex.of([], county.facts, county.expectedOf)
        for (const { ranges } of county.tree.walk) {
          const { people, times, sessions } = index.tally(asked, ranges)
          expect(people).toBeLessThanOrEqual(times)
          expect(people).toBeLessThanOrEqual(Bitmap.from(county.roster).countIn(ranges))
          expect(times).toBeLessThanOrEqual(people * sessions)
          const weeks = index.weekly(asked, ranges)
          expect(people).toBeLessThanOrEqual(sum(weeks.map((week) => week.people)))
          for (const week of weeks) expect(week.people).toBeLessThanOrEqual(people)
          expect(times).toBeLessThanOrEqual(sum(weeks.map((week) => week.times)))
          const mobile = index.tally({ ...asked, mobileOnly: true }, ranges)
          expect(mobile.people).toBeLessThanOrEqual(people)
        }
      }),
    )
  })

  it('how much is folded, and what is in both, changes nothing', () => {
    fc.assert(
      fc.property(world, query, states, states, order, (county, asked, a, b, shuffled) => {
        const lists = county.tree.walk.filter((node) => node.kind === 'branch').map((node) => node.ranges)
        const one = indexOf(county, a, shuffled)
        const other = indexOf(county, b, [])
        expect(one.byChildren(asked, lists)).toEqual(other.byChildren(asked, lists))
        expect(one.attendance(asked, lists)).toEqual(other.attendance(asked, lists))
      }),
    )
  })

  it('decoded segments may be used again', () => {
    fc.assert(
      fc.property(world, fc.array(query, { minLength: 1, maxLength: 4 }), (county, asked) => {
        const segments = [...fold(new Map(), county.facts, county.expectedOf).values()]
        const blocks = segments.map((segment) => new Block(segment))
        const ranges = county.tree.roots[0]?.ranges ?? []
        for (const one of asked) {
          const fresh = ParticipationIndex.of(segments).tally(one, ranges)
          expect(new ParticipationIndex(blocks).tally(one, ranges)).toEqual(fresh)
          expect(new ParticipationIndex(blocks, county.facts, county.expectedOf).tally(one, ranges)).toEqual(fresh)
        }
      }),
    )
  })
})
