import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intBelow, pick, seededRng, shuffle } from '@/domain/random'

const take = (seed: number, count: number): number[] => {
  const rng = seededRng(seed)
  return Array.from({ length: count }, () => rng() * 4294967296)
}

describe('seededRng', () => {
  it('gives the values of the reference implementation in 32-bit arithmetic', () => {
    expect(take(1, 3)).toEqual([2693262067, 11749833, 2265367787])
    expect(take(2026, 3)).toEqual([1955961175, 1324980858, 2839649622])
    expect(take(-1, 2)).toEqual([3850105811, 813802916])
  })

  it('uses the low 32 bits of the seed', () => {
    expect(take(4294967296 + 7, 5)).toEqual(take(7, 5))
  })
})

describe('shuffle', () => {
  it('keeps every element and leaves the list alone', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer(), { nil: undefined })), fc.integer(), (list, seed) => {
        const before = [...list]
        const shuffled = shuffle(list, seededRng(seed))
        expect(list).toEqual(before)
        expect([...shuffled].map(String).sort()).toEqual([...list].map(String).sort())
      }),
    )
  })

  it('gives each of the six orders of three about equally often', () => {
    const rng = seededRng(11)
    const seen = new Map<string, number>()
    for (let i = 0; i < 6000; i += 1) {
      const order = shuffle(['a', 'b', 'c'], rng).join('')
      seen.set(order, (seen.get(order) ?? 0) + 1)
    }
    expect(seen.size).toBe(6)
    // 1000 expected, standard deviation 29
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(130)
  })
})

describe('pick and intBelow', () => {
  it('stay inside the list', () => {
    expect(intBelow(5, () => 0)).toBe(0)
    expect(intBelow(5, () => 0.999999)).toBe(4)
    expect(pick(['x', 'y'], () => 0.5)).toBe('y')
    expect(() => pick([], () => 0)).toThrow(/empty/)
  })
})
