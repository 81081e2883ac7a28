import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Bitmap } from '../../../../src/domain/participation'
import { isSame, numbers } from './numbers'

const sorted = (set: Iterable<number>) => [...set].sort((a, b) => a - b)

describe('a bitmap', () => {
  it('holds each number once, in order', () => {
    const bitmap = Bitmap.from([70_000, 3, 3, 0, 4_294_967_295])
    expect(bitmap.toArray()).toEqual([0, 3, 70_000, 4_294_967_295])
    expect(bitmap.size).toBe(4)
    expect(bitmap.has(3)).toBe(true)
    expect(bitmap.has(65_539)).toBe(false)
    expect(bitmap.add(65_539)).toBe(true)
    expect(bitmap.add(65_539)).toBe(false)
    expect(bitmap.size).toBe(5)
  })

  it('refuses what is no 32-bit unsigned integer', () => {
    for (const value of [-1, 1.5, 4_294_967_296, Number.NaN]) {
      expect(() => Bitmap.from([value])).toThrow(RangeError)
      expect(() => Bitmap.fromSorted([value])).toThrow(RangeError)
      expect(() => new Bitmap().has(value)).toThrow(RangeError)
      expect(() => new Bitmap().add(value)).toThrow(RangeError)
    }
    expect(() => Bitmap.fromSorted([2, 1])).toThrow('ascend')
    expect(() => Bitmap.fromSorted([2, 2])).toThrow('ascend')
    expect(() => Bitmap.fromSorted([70_000, 2])).toThrow('ascend')
  })

  it('is made of ranges across containers', () => {
    const bitmap = Bitmap.fromRanges([
      [65_530, 65_540],
      [200_000, 200_000],
    ])
    expect(bitmap.toArray()).toEqual([65_530, 65_531, 65_532, 65_533, 65_534, 65_535, 65_536, 65_537, 65_538, 65_539])
    expect(Bitmap.fromRanges([[0, 200_000]]).size).toBe(200_000)
    expect(Bitmap.fromRanges([[4_294_967_290, 4_294_967_296]]).size).toBe(6)
    expect(() => Bitmap.fromRanges([[0, 4_294_967_297]])).toThrow(RangeError)
  })

  it('tells the words that it touches, and pours itself into some of them', () => {
    const bitmap = Bitmap.from([33, 64, 200])
    expect(bitmap.wordBounds()).toEqual([1, 7])
    expect(new Bitmap().wordBounds()).toEqual([0, 0])
    const words = new Uint32Array(2)
    bitmap.orInto(words, 1)
    expect([...words]).toEqual([2, 1])
  })
})

describe('laws of sets', () => {
  it('hold for all operations, whatever the containers', () => {
    fc.assert(
      fc.property(numbers, numbers, (x, y) => {
        const [a, b] = [Bitmap.from(x), Bitmap.from(y)]
        const [s, t] = [new Set(x), new Set(y)]
        expect(isSame(a.toArray(), sorted(s))).toBe(true)
        expect(a.size).toBe(s.size)
        expect(a.isEmpty).toBe(s.size === 0)
        expect(isSame(a.or(b).toArray(), sorted(new Set([...x, ...y])))).toBe(true)
        expect(isSame(a.and(b).toArray(), sorted([...s].filter((n) => t.has(n))))).toBe(true)
        expect(isSame(a.andNot(b).toArray(), sorted([...s].filter((n) => !t.has(n))))).toBe(true)
        expect(a.equals(b)).toBe(a.andNot(b).isEmpty && b.andNot(a).isEmpty)
        // the operands are as they were
        expect(isSame(a.toArray(), sorted(s))).toBe(true)
        expect(isSame(b.toArray(), sorted(t))).toBe(true)
        for (const n of y.slice(0, 50)) expect(a.has(n)).toBe(s.has(n))
        const grown = Bitmap.from(x)
        for (const n of y.slice(0, 50)) expect(grown.add(n)).toBe(!s.has(n) && s.add(n) instanceof Set)
        expect(isSame(grown.toArray(), sorted(s))).toBe(true)
        expect(grown.addAll(b).equals(a.or(b))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('count and clip ranges', () => {
    const range = fc.tuple(fc.nat(300_000), fc.nat(300_000)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    fc.assert(
      fc.property(numbers, range, (x, [from, to]) => {
        const bitmap = Bitmap.from(x)
        const inside = sorted(new Set(x)).filter((n) => n >= from && n < to)
        for (const form of [bitmap, Bitmap.fromBytes(bitmap.toBytes())]) {
          expect(form.rangeSize(from, to)).toBe(inside.length)
          expect(form.countIn([[from, to]])).toBe(inside.length)
          expect(isSame(form.clip([[from, to]]).toArray(), inside)).toBe(true)
        }
      }),
      // an empty range at the very beginning
      { numRuns: 60, examples: [[[], [0, 0]]] },
    )
  })
})
