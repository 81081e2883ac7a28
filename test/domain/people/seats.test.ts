import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeSeats, moreSeats, newRange, nextSeat, withRange } from '@/domain/people/seats'

describe('seats of an organisation', () => {
  const two = { seats: [[0, 3] as const, [100, 102] as const], dealt: 0 }

  it('are dealt in the order of the ranges', () => {
    expect([0, 1, 2, 3, 4, 5].map((dealt) => nextSeat({ ...two, dealt }))).toEqual([0, 1, 2, 100, 101, null])
    expect(freeSeats({ ...two, dealt: 4 })).toBe(1)
    expect(nextSeat({ seats: [], dealt: 0 })).toBeNull()
  })

  it('grow by half, at least eight', () => expect([0, 16, 17, 40].map(moreSeats)).toEqual([8, 8, 9, 20]))

  it('go on in one range where they touch, and in another where they do not', () => {
    expect(withRange(two, [102, 110]).seats).toEqual([
      [0, 3],
      [100, 110],
    ])
    expect(withRange(two, [103, 110]).seats).toHaveLength(3)
  })
})

describe('a new range', () => {
  it('begins at the first free seat, and at the next part rather than in two', () => {
    expect(newRange(500, 8)).toEqual({ range: [500, 508], next: 508 })
    expect(newRange(65_530, 8)).toEqual({ range: [65_536, 65_544], next: 65_544 })
    expect(newRange(65_528, 8)).toEqual({ range: [65_528, 65_536], next: 65_536 })
  })

  it('ends at the limit', () => {
    expect(newRange((1 << 24) - 8, 8).next).toBe(1 << 24)
    expect(() => newRange((1 << 24) - 7, 8)).toThrow(RangeError)
  })

  it('never gives a seat twice, whoever asks how often', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 40_000 })), { maxLength: 40 }), (asks) => {
        let next = 65_000
        const taken: (readonly [number, number])[] = []
        for (const [, size] of asks) {
          const { range, next: after } = newRange(next, size)
          for (const [from, to] of taken) expect(range[1] <= from || to <= range[0]).toBe(true)
          taken.push(range)
          next = after
        }
      }),
    )
  })
})
