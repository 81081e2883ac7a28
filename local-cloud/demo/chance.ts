import { type Rng, seededRng } from '@/domain/random'

/** The whole demo county follows from this number, the day and content/. Another number gives another county. */
export const DEMO_SEED = 2026

/**
 * Random numbers for one purpose. Each purpose has its own sequence, so that a change in one part of the demo leaves the others as they were.
 * The label is mixed in with FNV-1a (Fowler, Noll, Vo; public domain).
 */
export function chanceFor(label: string): Rng {
  let hash = 0x811c9dc5
  for (const character of label) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return seededRng((hash ^ Math.imul(DEMO_SEED, 0x9e3779b1)) >>> 0)
}

/** A whole number from `least` to `most`, both included. */
export const between = (least: number, most: number, rng: Rng): number => least + Math.floor(rng() * (most - least + 1))

/**
 * Exactly `count` of the candidates (all, if there are fewer), without repetition, each with a chance that grows with its weight.
 * Method: Efraimidis and Spirakis (2006), the largest keys u^(1 ÷ weight).
 */
export function weightedSample<T>(
  candidates: readonly T[],
  count: number,
  weight: (candidate: T) => number,
  rng: Rng,
): T[] {
  return candidates
    .map((candidate) => ({ candidate, key: rng() ** (1 / weight(candidate)) }))
    .sort((a, b) => b.key - a.key)
    .slice(0, count)
    .map(({ candidate }) => candidate)
}
