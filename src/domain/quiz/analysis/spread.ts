import { type Counts, distributionOf } from './counts'

const BINS = 10

/** How many papers have how much of the points: ten bins of a tenth each; the full points are in the last. */
export function spreadOf(totals: Counts, most: number): number[] {
  const bins = Array.from({ length: BINS }, () => 0)
  for (const [points, papers] of distributionOf(totals)) {
    const bin = most <= 0 ? 0 : Math.min(BINS - 1, Math.floor((points * BINS) / most))
    bins[bin] = (bins[bin] ?? 0) + papers
  }
  return bins
}
