/** A source of numbers in [0, 1), the same sequence for the same seed. */
export type Rng = () => number

/**
 * A small seeded generator: mulberry32 by Tommy Ettinger (public domain, 2017). 32 bits of state, period 2^32; good enough to
 * shuffle a paper and to make up a demo county, not for secrets.
 * @param seed any number; its low 32 bits count, so that a stored seed gives the same sequence everywhere
 */
export function seededRng(seed: number): Rng {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number in 0 … count − 1. Its bias is below count / 2^32. */
export function intBelow(count: number, rng: Rng): number {
  return Math.floor(rng() * count)
}
