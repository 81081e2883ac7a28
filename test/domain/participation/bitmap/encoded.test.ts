import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Bitmap } from '../../../../src/domain/participation'
import { EncodedSet } from '../../../../src/domain/participation/bitmap/encoded'
import { isSame, numbers } from './numbers'

describe('sets that stay in their bytes', () => {
  it('are the sets that were written, whatever their containers, many in one piece of memory', () => {
    const below = numbers.map((list) => list.filter((n) => n < 300_000))
    fc.assert(
      fc.property(fc.array(below, { maxLength: 4 }), (lists) => {
        const bitmaps = lists.map((list) => Bitmap.from(list))
        const sets = EncodedSet.fromTexts(bitmaps.map((bitmap) => bitmap.toBase64()))
        sets.forEach((set, i) => {
          const bitmap = bitmaps[i] as Bitmap
          const seen: number[] = []
          set.forEach((n) => {
            seen.push(n)
          })
          expect(isSame(seen, bitmap.toArray())).toBe(true)
          expect(set.size).toBe(bitmap.size)
          const [first, end] = set.wordBounds()
          expect([first, end]).toEqual(Bitmap.fromBytes(bitmap.toBytes()).wordBounds())
          expect(seen.every((n) => n >>> 5 >= first && n >>> 5 < end)).toBe(true)
          const words = new Uint32Array(end - first)
          set.orInto(words, first)
          const expected = new Uint32Array(end - first)
          bitmap.orInto(expected, first)
          expect(words.every((word, k) => word === expected[k])).toBe(true)
        })
      }),
      { numRuns: 40 },
    )
  })

  it('are refused when torn, also in the middle of others', () => {
    const text = Bitmap.from([1, 2, 3, 99]).toBase64()
    expect(() => EncodedSet.fromTexts([text, text.slice(0, 8), text])).toThrow('not a Roaring bitmap')
    expect(() => EncodedSet.fromTexts([text, text.slice(0, 9), text])).toThrow('not base64')
    // bytes of the next set do not complete a torn one
    expect(() => EncodedSet.fromTexts([text.slice(0, 16), text])).toThrow('not a Roaring bitmap')
  })
})
