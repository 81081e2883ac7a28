import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParticipationKind } from '../../../src/contracts/common'
import {
  Bitmap,
  type FrozenRoster,
  Links,
  makeFact,
  ParticipationIndex,
  recount,
  recountMissing,
  recountRoster,
  rosterOn,
  wordsOfSet,
} from '../../../src/domain/participation'
import { startOfDay } from '../../../src/domain/time'
import { fold, period, world } from './world'

const take = (activityId: string, seat: number, day: string, mobile = false) => {
  const occurredAt = startOfDay(day) + 3_600_000
  const person = { id: `p${seat}`, seat, orgId: 'a', mobile }
  return makeFact({ kind: 'themeday', activityId, person, occurredAt, recordedAt: occurredAt, channel: 'self' })
}
const roster: FrozenRoster = { activityId: 't1', day: '2026-11-02', expected: [0, 1, 2, 3], mobile: [2] }
const nobody: FrozenRoster = { activityId: 't2', day: '2026-11-20', expected: [3], mobile: [] }
const facts = [
  take('t1', 0, '2026-11-02'),
  // mobile, a day later from afar
  take('t1', 2, '2026-11-03', true),
  take('t3', 0, '2026-11-05'),
  // of another branch
  take('t3', 12, '2026-11-06'),
]
const november = { kind: 'themeday', from: '2026-11-01', to: '2026-11-30' } as const
const branch = [[0, 5]] as const

describe('the activities of a branch', () => {
  const index = ParticipationIndex.of([], { facts, rosters: [roster, nobody] })
  const byId = (query: typeof november & { mobileOnly?: boolean }) =>
    Object.fromEntries(index.activityTallies(query, branch).map(({ activityId, ...rest }) => [activityId, rest]))

  it('say when, how often, and who was expected', () => {
    expect(byId(november)).toEqual({
      t1: { from: '2026-11-02', to: '2026-11-03', times: 2, mobile: 1, attendance: { actual: 2, expected: 4 } },
      t2: { from: '2026-11-20', to: '2026-11-20', times: 0, mobile: 0, attendance: { actual: 0, expected: 1 } },
      t3: { from: '2026-11-05', to: '2026-11-05', times: 1, mobile: 0, attendance: null },
    })
  })

  it('of mobile members count these only', () => {
    expect(byId({ ...november, mobileOnly: true })).toEqual({
      t1: { from: '2026-11-02', to: '2026-11-03', times: 1, mobile: 1, attendance: { actual: 1, expected: 1 } },
    })
  })

  it('a person with two seats who came on the new one came, and is in the list once', () => {
    const links = new Links([[1, 3, 4]])
    const moved = ParticipationIndex.of([], {
      facts: [...facts, take('t1', 4, '2026-11-02'), take('t3', 1, '2026-11-05')],
      rosters: [roster],
      links,
    })
    // seats 1, 3 and 4 are one person: expected on 1 and 3, came on 4
    expect(moved.activityTallies(november, branch).find(({ activityId }) => activityId === 't1')?.attendance).toEqual({
      actual: 4,
      expected: 4,
    })
    expect(moved.participants(november, branch)).toEqual([0, 1, 2])
    expect(moved.tally(november, branch).people).toBe(3)
  })
})

const kind = fc.constantFrom<ParticipationKind>('quiz', 'lesson', 'themeday')
const every = fc.option(fc.integer({ min: 2, max: 5 }))

describe('what a figure opens to adds up to it', () => {
  it('activities to 人次, 场次 and 到会率; participants to 人数; with the missing to all members', () => {
    fc.assert(
      fc.property(world, kind, period, fc.boolean(), every, fc.boolean(), (county, of, days, mobileOnly, n, folded) => {
        const store = fold(new Map(), folded ? county.facts : [], folded ? county.rosters : [])
        const index = ParticipationIndex.of([...store.values()], {
          facts: folded ? [] : county.facts,
          rosters: folded ? [] : county.rosters,
          links: Links.of(county.blocks),
        })
        const seats = county.people.flatMap(({ seatings }) => seatings.map(({ seat }) => seat))
        const some = n === null ? null : seats.filter((seat) => seat % n === 0)
        const query = { kind: of, ...days, mobileOnly, ...(some && { among: wordsOfSet(Bitmap.from(some)) }) }
        const plain = { kind: of, ...days, mobileOnly, ...(some && { among: new Set(some) }) }
        const { members } = rosterOn(county.blocks, days.to)
        const sitting = recountRoster(county.people, days.to)
        for (const { ranges } of county.tree.walk) {
          const tally = recount(county, plain, ranges)
          const list = index.activityTallies(query, ranges)
          expect(list.reduce((sum, { times }) => sum + times, 0)).toBe(tally.times)
          expect(list.filter(({ times }) => times > 0)).toHaveLength(tally.sessions)
          expect(index.participants(query, ranges)).toHaveLength(tally.people)
          for (const { activityId, times, mobile } of list) {
            expect(times).toBe(recount(county, { ...plain, activityId }, ranges).times)
            expect(mobile).toBe(recount(county, { ...plain, activityId, mobileOnly: true }, ranges).times)
            expect(index.participants({ ...query, activityId }, ranges)).toHaveLength(times)
          }
          if (of === 'themeday') {
            const [rate] = index.attendance(query, [ranges])
            const sum = (pick: 'actual' | 'expected') =>
              list.reduce((total, { attendance }) => total + (attendance?.[pick] ?? 0), 0)
            expect({ actual: sum('actual'), expected: sum('expected') }).toEqual(rate)
          }
          const inside = members.countIn(ranges)
          const missing = index.missing(query, members, ranges).size
          expect(missing).toBe(recountMissing(county, plain, sitting, ranges).length)
          expect(missing + (index.participated(query, members, [ranges])[0] ?? 0)).toBe(inside)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('of a set of activities as if the ledger had no others', () => {
    fc.assert(
      fc.property(
        world,
        kind,
        period,
        fc.boolean(),
        fc.integer({ min: 0, max: 7 }),
        (county, of, days, folded, bits) => {
          const store = fold(new Map(), folded ? county.facts : [], folded ? county.rosters : [])
          const index = ParticipationIndex.of([...store.values()], {
            facts: folded ? [] : county.facts,
            rosters: folded ? [] : county.rosters,
            links: Links.of(county.blocks),
          })
          const ids = [...new Set(county.facts.map(({ activityId }) => activityId))].sort()
          const activities = new Set(ids.filter((_id, i) => (bits >> (i % 3)) & 1))
          const some = { ...county, facts: county.facts.filter(({ activityId }) => activities.has(activityId)) }
          const query = { kind: of, ...days, activities }
          const { members } = rosterOn(county.blocks, days.to)
          const sitting = recountRoster(county.people, days.to)
          for (const { ranges } of county.tree.walk) {
            for (const mobileOnly of [false, true]) {
              const tally = recount(some, { kind: of, ...days, mobileOnly }, ranges)
              expect(index.tally({ ...query, mobileOnly }, ranges)).toEqual(tally)
              expect(index.participants({ ...query, mobileOnly }, ranges)).toHaveLength(tally.people)
            }
            const missing = index.missing(query, members, ranges)
            expect(missing.size).toBe(recountMissing(some, { kind: of, ...days }, sitting, ranges).length)
            const [took] = index.participated(query, members, [ranges])
            expect(missing.size + (took ?? 0)).toBe(members.countIn(ranges))
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})
