import type { Figure } from '@/contracts/stats'
import { pointsBetween } from './compare'

/** Of fewer people (for attendance: expected arrivals) a rate says more about them than about the work. */
export const LEAST_PEOPLE = 10

/** How far the strongest and the weakest are apart. */
export interface Gap<T> {
  readonly highest: T
  readonly lowest: T
  /** Percentage points as the rates are shown, one decimal, above 0. */
  readonly points: number
}

/**
 * The strongest and the weakest of some organisations or categories by a rate, of those that have one over enough people; null when that leaves fewer
 * than two, or all alike. The first of equals. Never for people.
 */
export function gapOf<T extends { readonly figure: Figure }>(rows: readonly T[], least = LEAST_PEOPLE): Gap<T> | null {
  const large = rows.filter(({ figure }) => figure.value !== null && (figure.denominator ?? 0) >= least)
  const [first] = large
  if (first === undefined) return null
  const value = (row: T): number => row.figure.value ?? 0
  const highest = large.reduce((best, row) => (value(row) > value(best) ? row : best), first)
  const lowest = large.reduce((least, row) => (value(row) < value(least) ? row : least), first)
  const points = pointsBetween(value(highest), value(lowest))
  return points > 0 ? { highest, lowest, points } : null
}
