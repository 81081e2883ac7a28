import { intBelow, seededRng } from '../random'
import { layOut } from './deal'
import type { Question } from './question'
import { stratified } from './stratum'

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** The step nearest to `wanted` with which a walk around `count` places comes to each of them before it comes to one again. */
function fullCycleStep(count: number, wanted: number): number {
  for (let away = 0; away < count; away += 1) {
    for (const step of [wanted - away, wanted + away]) if (step > 0 && gcd(step, count) === 1) return step
  }
  return 1
}

/**
 * Deals the paper of one day of a series. All papers of one person come from one seed: the pool, ordered by stratum and shuffled within each, is
 * walked around in steps of about pool ÷ deal, and every day takes the next `deal` places. So a day's paper spreads evenly over kinds and
 * difficulties, and no question comes again before every other one has come. The options are shuffled anew each day.
 * @param seed the person's, kept with their attempts; @param number 1 for the first day
 * @returns as `dealPaper`
 */
export function dealSeriesPaper(paper: {
  readonly questions: readonly Question[]
  readonly deal: number
  readonly seed: number
  readonly number: number
}): { questionId: string; order: number[] }[] {
  const rng = seededRng(paper.seed)
  const pool = stratified(paper.questions, rng)
  const count = Math.min(Math.max(0, paper.deal), pool.length)
  const today = seededRng(paper.seed ^ Math.imul(paper.number, 0x9e3779b1))
  if (count === pool.length) return layOut(pool, today)
  const start = intBelow(pool.length, rng)
  const step = fullCycleStep(pool.length, Math.max(1, Math.round(pool.length / Math.max(1, count))))
  const chosen = Array.from({ length: count }, (_, turn) => {
    const place = (start + ((paper.number - 1) * count + turn) * step) % pool.length
    return pool[place] as Question
  })
  return layOut(chosen, today)
}
