import type { Value } from '../store/document'
import { compare, isMissingOrNull } from './values'

/** What accumulators and the operators of the same name make of a list of values. */
export type Fold = (values: readonly Value[]) => Value

const numbers = (values: readonly Value[]): number[] =>
  values.filter((value): value is number => typeof value === 'number')

/** Values that are no numbers do not count. The sum is compensated (Kahan–Neumaier), as MongoDB's is. */
export const sum: Fold = (values) => {
  let total = 0
  let rest = 0
  for (const value of numbers(values)) {
    const next = total + value
    if (Number.isFinite(next)) rest += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return Number.isFinite(total) ? total + rest : total
}

/** null where there is no number. */
export const average: Fold = (values) => {
  const found = numbers(values)
  return found.length === 0 ? null : (sum(found) as number) / found.length
}

const extreme =
  (direction: 1 | -1): Fold =>
  (values) => {
    let best: Value = null
    for (const value of values) {
      if (isMissingOrNull(value)) continue
      if (best === null || compare(value, best) * direction > 0) best = value
    }
    return best
  }

/** In BSON order; null and missing do not count. */
export const least = extreme(-1)
export const greatest = extreme(1)

/** Standard deviation by Welford's method; of a sample (n - 1) or of a population (n). null where it is not defined. */
export const deviation =
  (ofSample: boolean): Fold =>
  (values) => {
    let count = 0
    let mean = 0
    let squares = 0
    for (const value of numbers(values)) {
      if (!Number.isFinite(value)) return null
      count++
      const delta = value - mean
      mean += delta / count
      squares += delta * (value - mean)
    }
    const divisor = ofSample ? count - 1 : count
    return divisor <= 0 ? null : Math.sqrt(squares / divisor)
  }
