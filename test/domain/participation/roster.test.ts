import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  Bitmap,
  emptyBlock,
  everSeated,
  Links,
  partOf,
  type RosterBlock,
  rosterBlocks,
  rosterOn,
  seatsOfAge,
  withPerson,
} from '../../../src/domain/participation'
import { eachSeat } from '../../../src/domain/participation/words'
import { covers, type Membership, placeOn } from '../../../src/domain/people/membership'
import { period, reordered, world } from './world'

const always = { from: null, until: null }
const sits = (seat: number, extra: Partial<Membership> = {}): Membership => ({
  seatings: [{ seat, orgId: 'a', ...always }],
  mobileSpells: [],
  fullFrom: null,
  bornYear: 1970,
  ...extra,
})

/**
 * 0 has always been there, probationary until 2026-03-01; 1 came on 2026-02-01, was away from 2026-03-01 to 2026-05-01, left on
 * 2026-06-01; 2 sat in 甲 until 2026-04-01, then on seat 7 in 乙, and was away all the time.
 */
const people: Membership[] = [
  sits(0, { fullFrom: '2026-03-01' }),
  sits(1, {
    seatings: [{ seat: 1, orgId: 'a', from: '2026-02-01', until: '2026-06-01' }],
    mobileSpells: [{ from: '2026-03-01', until: '2026-05-01' }],
    fullFrom: '2000-01-01',
    bornYear: 1990,
  }),
  sits(2, {
    seatings: [
      { seat: 2, orgId: 'a', from: null, until: '2026-04-01' },
      { seat: 7, orgId: 'b', from: '2026-04-01', until: null },
    ],
    mobileSpells: [always],
    fullFrom: '2000-01-01',
    bornYear: 1950,
  }),
]
const blocks = rosterBlocks(people)
const on = (day: string) => {
  const { members, mobile, probationary } = rosterOn(blocks, day)
  return [members.toArray(), mobile.toArray(), probationary.toArray()]
}

describe('the roster on a day', () => {
  it('is who sat where then', () => {
    expect(on('2026-01-31')).toEqual([[0, 2], [2], [0]])
    expect(on('2026-02-01')).toEqual([[0, 1, 2], [2], [0]])
    expect(on('2026-03-01')).toEqual([[0, 1, 2], [1, 2], []])
    expect(on('2026-04-01')).toEqual([[0, 1, 7], [1, 7], []])
    expect(on('2026-05-01')).toEqual([[0, 1, 7], [7], []])
    expect(on('2026-06-01')).toEqual([[0, 7], [7], []])
    expect(on('2030-01-01')).toEqual([[0, 7], [7], []])
  })

  it('of a period is everyone who belonged on one of its days', () => {
    const ever = (from: string, to: string) => everSeated(blocks, { from, to }).toArray()
    expect(ever('2026-01-01', '2026-01-31')).toEqual([0, 2])
    expect(ever('2026-01-01', '2026-02-01')).toEqual([0, 1, 2])
    expect(ever('2026-03-31', '2026-04-01')).toEqual([0, 1, 2, 7])
    expect(ever('2026-06-01', '2026-06-30')).toEqual([0, 7])
  })

  it('knows whose seats are one person’s', () => {
    expect(Links.of(blocks).people).toEqual([[2, 7]])
  })

  it('knows age bands by the year of birth, of all seats', () => {
    const seats = (band: 'to35' | 'from36To45' | 'from46To60' | 'from61', day: string) => {
      const list: number[] = []
      eachSeat(seatsOfAge(blocks, band, day), (seat) => {
        list.push(seat)
      })
      return list
    }
    // in 2026 they are 56, 36 and 76
    expect(seats('from46To60', '2026-01-01')).toEqual([0])
    expect(seats('from36To45', '2026-01-01')).toEqual([1])
    expect(seats('to35', '2025-12-31')).toEqual([1])
    expect(seats('from61', '2026-01-01')).toEqual([2, 7])
    expect(seats('from61', '2031-01-01')).toEqual([0, 2, 7])
  })

  it('keeps no change for those who have always been there, and have long been full members', () => {
    const [long] = rosterBlocks([sits(3, { fullFrom: '2019-12-31' })])
    const [recent] = rosterBlocks([sits(3, { fullFrom: '2020-01-01' })])
    expect(long).toEqual(rosterBlocks([sits(3, { fullFrom: '1990-07-01' })])[0])
    expect(long).not.toEqual(recent)
    expect(rosterOn([long as RosterBlock], '2026-01-01').probationary.isEmpty).toBe(true)
    expect(rosterOn([recent as RosterBlock], '2019-12-31').probationary.toArray()).toEqual([3])
    expect(rosterBlocks([sits(3)])[0]).toMatchObject({ changes: '', links: '', version: 1 })
  })
})

describe('laws of the roster', () => {
  it('on any day it is what the people’s own histories say', () => {
    fc.assert(
      fc.property(world, period, ({ people: everyone, blocks: all }, { from, to }) => {
        const roster = rosterOn(all, from)
        const places = everyone.flatMap((person) => placeOn(person, from) ?? [])
        const seats = (list: typeof places) => list.map(({ seat }) => seat).sort((a, b) => a - b)
        expect(roster.members.toArray()).toEqual(seats(places))
        expect(roster.mobile.toArray()).toEqual(seats(places.filter(({ mobile }) => mobile)))
        const probationary = everyone.filter(({ fullFrom }) => fullFrom === null || fullFrom > from)
        expect(roster.probationary.toArray()).toEqual(seats(probationary.flatMap((one) => placeOn(one, from) ?? [])))
        const ever = everyone.flatMap(({ seatings }) =>
          seatings.filter((one) => covers(one, from) || (one.from !== null && one.from > from && one.from <= to)),
        )
        expect(everSeated(all, { from, to }).toArray()).toEqual(
          [...new Set(ever.map(({ seat }) => seat))].sort((a, b) => a - b),
        )
      }),
    )
  })

  it('the order in which people are put in, and putting them in again, changes nothing', () => {
    fc.assert(
      fc.property(world, fc.array(fc.nat(), { maxLength: 30 }), ({ people: everyone, blocks: all }, order) => {
        const made = new Map<number, RosterBlock>()
        // first as if nobody had ever moved, then as they are, then some of them again
        const unmoved = everyone.map((one) => ({ ...one, seatings: one.seatings.slice(0, 1), mobileSpells: [] }))
        for (const person of [...unmoved, ...reordered(everyone, order), ...everyone.slice(0, 3)]) {
          for (const part of new Set(person.seatings.map(({ seat }) => partOf(seat)))) {
            made.set(part, withPerson(made.get(part) ?? emptyBlock(part), person))
          }
        }
        const sorted = [...made.values()].sort((a, b) => a.part - b.part).map((block) => ({ ...block, version: 1 }))
        expect(sorted).toEqual(all)
      }),
    )
  })

  it('sets are written alike, whatever they were before', () => {
    const block = withPerson(emptyBlock(0), sits(5))
    expect(Bitmap.fromBase64(block.taken).toArray()).toEqual([5])
    const left = withPerson(block, sits(5, { seatings: [{ seat: 5, orgId: 'a', from: null, until: '2026-01-01' }] }))
    expect(Bitmap.fromBase64(left.taken).isEmpty).toBe(true)
    expect(withPerson(left, sits(5))).toEqual(block)
  })
})
