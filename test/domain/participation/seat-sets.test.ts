import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Bitmap, inRanges, normaliseRanges, type Ranges } from '../../../src/domain/participation'
import { SeatSets } from '../../../src/domain/participation/seat-sets'
import { Spans } from '../../../src/domain/participation/spans'
import { Tallies } from '../../../src/domain/participation/tallies'

const MOST = 70_000

/** A seat that others are likely to meet exactly: at the end of a range, at the edge of a word. */
const landmark = fc.nat(70).map((n) => n * 992)

/** Few seats far apart (kept as seats), many in a row and many apart (kept as words). */
const seats = fc.oneof(
  fc.array(landmark, { maxLength: 20 }),
  fc.array(fc.nat(MOST), { maxLength: 12 }),
  fc.tuple(fc.nat(MOST), fc.nat(200)).map(([from, length]) => Array.from({ length }, (_, i) => from + i)),
  fc
    .tuple(fc.nat(100), fc.integer({ min: 2, max: 40 }))
    .map(([from, step]) => Array.from({ length: 5000 }, (_, i) => from + i * step).filter((seat) => seat < MOST)),
)

/** Organisations without common seats: cuts deal stretches of seats to them in turn, and to nobody. */
const lists: fc.Arbitrary<Ranges[]> = fc
  .tuple(fc.array(fc.oneof(landmark, fc.nat(MOST)), { maxLength: 30 }), fc.integer({ min: 1, max: 5 }))
  .map(([cuts, owners]) => {
    const edges = [...new Set(cuts)].sort((a, b) => a - b)
    const dealt = Array.from({ length: owners + 1 }, () => [] as [number, number][])
    edges.slice(1).forEach((to, i) => {
      dealt[(i * 7) % (owners + 1)]?.push([edges[i] as number, to])
    })
    return dealt.slice(0, owners).map(normaliseRanges)
  })

function counted(sets: SeatSets, i: number, spans: Spans, among?: Bitmap): number[] {
  const tallies = new Tallies(spans.owners)
  const words = new Uint32Array(spans.endWord - spans.firstWord)
  among?.orInto(words, spans.firstWord)
  sets.count(i, spans, tallies, among ? { firstWord: spans.firstWord, words } : null)
  return [...tallies.times]
}

describe('packed sets of seats', () => {
  it('count as plain sets do, for any organisations, with and without a mask', () => {
    fc.assert(
      fc.property(fc.array(seats, { maxLength: 4 }), lists, seats, (several, ranges, mask) => {
        const sets = new SeatSets(several.map((one) => Bitmap.from(one)))
        const spans = new Spans(ranges)
        const among = new Set(mask)
        several.forEach((one, i) => {
          const plain = [...new Set(one)]
          const expected = ranges.map((list) => plain.filter((seat) => inRanges(list, seat)))
          expect(counted(sets, i, spans)).toEqual(expected.map((list) => list.length))
          const masked = expected.map((list) => list.filter((seat) => among.has(seat)).length)
          expect(counted(sets, i, spans, Bitmap.from(mask))).toEqual(masked)
          expect(sets.sizes[i]).toBe(plain.length)
        })
      }),
      { numRuns: 150 },
    )
  })

  it('pour into any words, leaving out what lies outside', () => {
    fc.assert(
      fc.property(fc.array(seats, { maxLength: 3 }), fc.nat(2300), fc.nat(2300), (several, a, b) => {
        const sets = new SeatSets(several.map((one) => Bitmap.from(one)))
        const [first, end] = [Math.min(a, b), Math.max(a, b)]
        const words = new Uint32Array(end - first)
        several.forEach((_, i) => {
          sets.orInto(i, { firstWord: first, words })
        })
        const expected = new Uint32Array(end - first)
        Bitmap.from(several.flat()).orInto(expected, first)
        expect(words.every((word, i) => word === expected[i])).toBe(true)
        several.forEach((one, i) => {
          const [low, high] = sets.bounds(i)
          expect(one.every((seat) => seat >>> 5 >= low && seat >>> 5 < high)).toBe(true)
        })
      }),
    )
  })
})

describe('spans', () => {
  it('know whose seat it is', () => {
    fc.assert(
      fc.property(lists, fc.array(fc.nat(MOST), { maxLength: 50 }), (ranges, some) => {
        const spans = new Spans(ranges)
        for (const seat of some) expect(spans.ownerOf(seat)).toBe(ranges.findIndex((list) => inRanges(list, seat)))
      }),
    )
  })

  it('refuse a seat of two organisations', () => {
    expect(() => new Spans([[[0, 10]], [[9, 12]]])).toThrow('seat 9')
    expect(() => new Spans([[[0, 10]], [[10, 12]]])).not.toThrow()
    expect(new Spans([[], []]).owners).toBe(2)
  })
})
