import type { BranchPlan } from './branches'
import { chanceFor } from './chance'

/** How lively work is by calendar month, January first: low around the Spring Festival, high around 1 July. Invented. */
const seasons = [0.88, 0.8, 0.97, 1, 0.97, 1.05, 1.1, 0.98, 1, 0.97, 1.03, 1.01] as const
/** Sowing and harvest keep villages busy. */
const busy: readonly number[] = [5, 9, 10]
const BUSY = 0.88

/** From a year ago until now, as a factor. */
const courses = { none: [0.95, 1.03], improving: [0.55, 1.15], falling: [1.12, 0.5] } as const
/** How far a branch is above or below that in a month. */
const NOISE = 0.07

/** Whether a branch does nothing at all in a month. */
export const isIdle = ({ events }: BranchPlan, ago: number): boolean =>
  events?.idle !== undefined && ago <= events.idle.from && ago >= events.idle.to

/**
 * How much more or less than usual a branch's members take part in a month: 1 as usual, 0 not at all. Season, course of the branch, and a little of its own.
 * @param month 'YYYY-MM'
 * @param ago how many months before this one
 */
export function liveliness(branch: BranchPlan, month: string, ago: number): number {
  if (isIdle(branch, ago)) return 0
  const inYear = Number(month.slice(5))
  const [first, last] = courses[branch.events?.course ?? 'none']
  const course = first + (last - first) * (1 - Math.min(ago, 12) / 12)
  const season = (seasons[inYear - 1] ?? 1) * (branch.category === 'village' && busy.includes(inYear) ? BUSY : 1)
  const own = 1 + NOISE * (2 * chanceFor(`${branch.id} ${month}`)() - 1)
  return season * course * own
}
