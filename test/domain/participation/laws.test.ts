import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParticipationKind } from '../../../src/contracts/common'
import {
  ActivityNumbers,
  Bitmap,
  Block,
  everSeated,
  Links,
  ParticipationIndex,
  type PlainQuery,
  type Query,
  recount,
  recountAttendance,
  recountMissing,
  recountRoster,
  rosterOn,
  wordsOfSet,
} from '../../../src/domain/participation'
import { weeksOf } from '../../../src/domain/time'
import { fold, period, reordered, type World, world } from './world'

const kind = fc.constantFrom<ParticipationKind>('quiz', 'lesson', 'themeday')
const slice = fc.record({ mobileOnly: fc.boolean(), activity: fc.option(fc.nat(5), { freq: 2 }) })
const query = fc.tuple(kind, period, slice).map(
  ([of, days, { mobileOnly, activity }]): Omit<Query, 'among'> => ({
    kind: of,
    ...days,
    mobileOnly,
    ...(activity === null ? {} : { activityId: `${of[0]}${activity}` }),
  }),
)
/** Half of the seats, in a pattern. */
const some = fc.option(fc.integer({ min: 2, max: 5 }))
/** 0 only in the tail, 1 folded, 2 both. */
const states = fc.array(fc.nat(2), { maxLength: 30 })
const order = fc.array(fc.nat(), { maxLength: 30 })

/** Some facts folded, in some order and portions; the tail has the others, and some of the folded ones again. */
const indexOf = ({ facts, rosters, blocks }: World, folded: readonly number[], keys: readonly number[]) => {
  const state = (i: number) => folded[i % Math.max(folded.length, 1)] ?? 0
  const store = fold(
    new Map(),
    reordered(
      facts.filter((_, i) => state(i) !== 0),
      keys,
    ),
    rosters.filter((_, i) => state(i) !== 0),
  )
  return ParticipationIndex.of([...store.values()], {
    facts: reordered(
      facts.filter((_, i) => state(i) !== 1),
      keys,
    ),
    rosters: rosters.filter((_, i) => state(i) !== 1),
    links: Links.of(blocks),
  })
}

const seatsOf = (county: World): number[] => county.people.flatMap(({ seatings }) => seatings.map(({ seat }) => seat))

/** The same slice for the index and for the recount. */
const among = (county: World, every: number | null) => {
  if (every === null) return { words: {}, plain: {} }
  const seats = seatsOf(county).filter((seat) => seat % every === 0)
  return { words: { among: wordsOfSet(Bitmap.from(seats)) }, plain: { among: new Set(seats) } }
}

describe('index = recount of the ledger', () => {
  it('for people, times and activities of every organisation, any period, slice and activity', () => {
    fc.assert(
      fc.property(world, query, some, states, order, (county, asked, every, folded, shuffled) => {
        const index = indexOf(county, folded, shuffled)
        const { words, plain } = among(county, every)
        for (const { ranges } of county.tree.walk) {
          expect(index.tally({ ...asked, ...words }, ranges)).toEqual(recount(county, { ...asked, ...plain }, ranges))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('for who is missing, at the end of the period, wherever they took part', () => {
    fc.assert(
      fc.property(world, query, states, order, (county, asked, folded, shuffled) => {
        const index = indexOf(county, folded, shuffled)
        const sitting = recountRoster(county.people, asked.to)
        const { members } = rosterOn(county.blocks, asked.to)
        expect(members.toArray()).toEqual(sitting.map(({ seat }) => seat).sort((a, b) => a - b))
        for (const { ranges } of county.tree.walk) {
          const missing = index.missing(asked, members, ranges).toArray()
          expect(missing).toEqual(recountMissing(county, asked, sitting, ranges))
          expect(index.participated(asked, members, [ranges])).toEqual([members.countIn(ranges) - missing.length])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('for attendance: of all, of those who were mobile members, of some', () => {
    fc.assert(
      fc.property(
        world,
        period,
        fc.boolean(),
        some,
        states,
        order,
        (county, days, mobileOnly, every, folded, shuffled) => {
          const index = indexOf(county, folded, shuffled)
          const { words, plain } = among(county, every)
          const lists = (county.tree.roots[0]?.children ?? []).map((child) => child.ranges)
          const counted = index.attendance({ ...days, mobileOnly, ...words }, lists)
          const asked = { ...days, mobileOnly, ...plain }
          expect(counted).toEqual(lists.map((ranges) => recountAttendance(county, asked, ranges)))
          for (const { actual, expected } of counted) expect(actual).toBeLessThanOrEqual(expected)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('laws of the figures', () => {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

  it('a parent is the fold of its children: times add up, people and activities are counted anew', () => {
    fc.assert(
      fc.property(world, query, states, order, (county, asked, folded, shuffled) => {
        const index = indexOf(county, folded, shuffled)
        for (const node of county.tree.walk.filter(({ children }) => children.length > 0)) {
          const lists = node.children.map((child) => child.ranges)
          const { all, each } = index.tallies(asked, lists)
          expect(each).toEqual(lists.map((ranges) => index.tally(asked, ranges)))
          expect(all).toEqual(index.tally(asked, node.ranges))
          expect(index.counts(asked, lists).all).toEqual({ people: all.people, times: all.times })
          expect(all.times).toBe(sum(each.map(({ times }) => times)))
          expect(all.people).toBeLessThanOrEqual(sum(each.map(({ people }) => people)))
          expect(all.people).toBeGreaterThanOrEqual(Math.max(...each.map(({ people }) => people)))
          expect(all.sessions).toBeLessThanOrEqual(sum(each.map(({ sessions }) => sessions)))
          expect(all.sessions).toBeGreaterThanOrEqual(Math.max(...each.map(({ sessions }) => sessions)))
        }
      }),
    )
  })

  it('people ≤ times, people ≤ members of the period, a union ≤ its sum', () => {
    fc.assert(
      fc.property(world, query, states, (county, asked, folded) => {
        const index = indexOf(county, folded, [])
        const seats = new Set(everSeated(county.blocks, asked).toArray())
        for (const { ranges } of county.tree.walk) {
          const { people, times, sessions } = index.tally(asked, ranges)
          expect(people).toBeLessThanOrEqual(times)
          expect(times).toBeLessThanOrEqual(people * sessions)
          const inside = (seat: number) => ranges.some(([from, to]) => seat >= from && seat < to)
          const members = county.people.filter((person) =>
            person.seatings.some(({ seat }) => seats.has(seat) && inside(seat)),
          )
          expect(people).toBeLessThanOrEqual(members.length)
          const weeks = index.trend(asked, weeksOf(asked.from, asked.to), ranges)
          expect(people).toBeLessThanOrEqual(sum(weeks.map((week) => week.people)))
          for (const week of weeks) expect(week.people).toBeLessThanOrEqual(people)
          // a fact counts on one day only
          expect(times).toBe(sum(weeks.map((week) => week.times)))
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
        const numbers = new ActivityNumbers()
        const segments = [...fold(new Map(), county.facts, county.rosters).values()]
        const blocks = segments.map((segment) => new Block(segment, numbers))
        const links = Links.of(county.blocks)
        const ranges = county.tree.roots[0]?.ranges ?? []
        for (const one of asked as PlainQuery[]) {
          const fresh = recount(county, one, ranges)
          const { facts, rosters } = county
          const plain = { ...one, among: undefined }
          expect(new ParticipationIndex({ blocks, numbers, links }).tally(plain, ranges)).toEqual(fresh)
          expect(new ParticipationIndex({ blocks, numbers, links, facts, rosters }).tally(plain, ranges)).toEqual(fresh)
        }
      }),
    )
  })
})
