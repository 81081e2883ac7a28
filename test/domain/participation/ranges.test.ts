import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inRanges, normaliseRanges, sizeOfRanges } from '../../../src/domain/participation'

describe('ranges', () => {
  it('are merged, sorted and never empty', () => {
    expect(
      normaliseRanges([
        [10, 20],
        [5, 5],
        [0, 3],
        [20, 22],
        [2, 4],
        [9, 1],
      ]),
    ).toEqual([
      [0, 4],
      [10, 22],
    ])
    expect(normaliseRanges([])).toEqual([])
  })

  it('hold exactly the seats of those they were made from', () => {
    const range = fc.tuple(fc.nat(60), fc.nat(60))
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), (list) => {
        const seats = Array.from({ length: 61 }, (_, seat) => seat)
        const inAny = seats.filter((seat) => list.some(([from, to]) => seat >= from && seat < to))
        const ranges = normaliseRanges(list)
        expect(seats.filter((seat) => inRanges(ranges, seat))).toEqual(inAny)
        expect(sizeOfRanges(ranges)).toBe(inAny.length)
        ranges.forEach(([from, to], i) => {
          expect(from).toBeLessThan(to)
          // touching ranges are one
          if (i > 0) expect(from).toBeGreaterThan(ranges[i - 1]?.[1] ?? 0)
        })
      }),
    )
  })
})
