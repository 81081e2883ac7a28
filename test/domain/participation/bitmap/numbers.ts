import fc from 'fast-check'

const at = fc.oneof({ weight: 4, arbitrary: fc.nat(200_000) }, { weight: 1, arbitrary: fc.constant(4_294_901_760) })
const stretch = (most: number, step: number) =>
  fc.tuple(at, fc.nat(most)).map(([from, length]) => Array.from({ length }, (_, i) => from + ((i * step) % 65_536)))

/** Numbers, with duplicates, that make every form of container: some alone, runs, and enough scattered ones for a bit set. */
export const numbers: fc.Arbitrary<number[]> = fc
  .array(
    fc.oneof(fc.array(at, { maxLength: 40 }), stretch(200, 1), stretch(9000, 1), stretch(6_000, 7), stretch(4_200, 3)),
    { maxLength: 3 },
  )
  .map((lists) => lists.flat().map((n) => Math.min(n, 4_294_967_295)))

/** toEqual on tens of thousands of numbers takes seconds. */
export const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((n, i) => n === b[i])
