import { addTo, type Counts, type Distribution, distributionOf } from './counts'
import type { QuestionTally } from './tally'

/** What item analysis says of one question. Marks as fractions of its points; null: it cannot be worked out from these answers. */
export interface ItemStatistics {
  /** How many papers had it. */
  readonly answers: number
  /** Facility index: the mean mark. */
  readonly facility: number
  /** Of the marks, with n − 1. */
  readonly standardDeviation: number | null
  /** Correlation of the mark with the mark on the rest of the paper, −1 to 1. */
  readonly discrimination: number | null
  /** That covariance, relative to the largest that these two distributions of marks could have. */
  readonly efficiency: number | null
  /** Covariance of the mark with the whole paper's, in points²; for the effective weight. */
  readonly covarianceWithTotal: number | null
}

/** Sums over papers of mark x and rest y. */
interface Sums {
  readonly n: number
  readonly x: number
  readonly y: number
  readonly xx: number
  readonly yy: number
  readonly xy: number
  /** Σ of the products with both sorted: the largest that pairing could give. */
  readonly sorted: number
}

function sumsOf({ cells }: Pick<QuestionTally, 'cells'>): Sums {
  const marks: Counts = {}
  const rests: Counts = {}
  const sums = { n: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 }
  for (const [cell, times] of Object.entries(cells)) {
    const [mark = 0, rest = 0] = cell.split('_').map(Number)
    addTo(marks, mark, times)
    addTo(rests, rest, times)
    sums.n += times
    sums.x += times * mark
    sums.y += times * rest
    sums.xx += times * mark * mark
    sums.yy += times * rest * rest
    sums.xy += times * mark * rest
  }
  return { ...sums, sorted: sortedProducts(distributionOf(marks), distributionOf(rests)) }
}

/** Σ aᵢ·bᵢ with both in ascending order, from their distributions. */
function sortedProducts(a: Distribution, b: Distribution): number {
  let sum = 0
  let [i, j] = [0, 0]
  let [ofA, ofB] = [a[0]?.[1] ?? 0, b[0]?.[1] ?? 0]
  while (i < a.length && j < b.length) {
    const times = Math.min(ofA, ofB)
    sum += times * (a[i]?.[0] ?? 0) * (b[j]?.[0] ?? 0)
    ofA -= times
    ofB -= times
    if (ofA === 0) {
      i += 1
      ofA = a[i]?.[1] ?? 0
    }
    if (ofB === 0) {
      j += 1
      ofB = b[j]?.[1] ?? 0
    }
  }
  return sum
}

/**
 * Facility index, standard deviation, discrimination index and discriminative efficiency of one question, over the papers that had it. All that is subtracted are whole
 * numbers (n·Σxy − Σx·Σy, …), so nothing is lost to rounding and the order of the papers does not matter.
 * Source: Moodle, "Quiz statistics calculations" (docs.moodle.org/dev), section Position statistics; question/classes/statistics/questions/calculator.php.
 * @param points of the question
 */
export function itemStatistics(question: Pick<QuestionTally, 'cells'>, points: number): ItemStatistics {
  const { n, x, y, xx, yy, xy, sorted } = sumsOf(question)
  const ofMarks = n * xx - x * x
  const ofRests = n * yy - y * y
  const together = n * xy - x * y
  const most = n * sorted - x * y
  return {
    answers: n,
    facility: n === 0 ? 0 : x / (n * points),
    standardDeviation: n < 2 ? null : Math.sqrt(ofMarks / (n * (n - 1))) / points,
    discrimination: ofMarks > 0 && ofRests > 0 ? together / (Math.sqrt(ofMarks) * Math.sqrt(ofRests)) : null,
    efficiency: most > 0 ? together / most : null,
    // the whole paper is x + y
    covarianceWithTotal: n < 2 ? null : (ofMarks + together) / (n * (n - 1)),
  }
}

/** The variance of the marks in points², with n − 1; 0 for fewer than two. */
export function markVariance(question: Pick<QuestionTally, 'cells'>): number {
  const { n, x, xx } = sumsOf(question)
  return n < 2 ? 0 : (n * xx - x * x) / (n * (n - 1))
}

/** Σ of the squares of all marks on it, in points². */
export const squaredMarks = (question: Pick<QuestionTally, 'cells'>): number => sumsOf(question).xx

/**
 * Effective weights: how much of the differences between papers comes from each question, relative to √(covariance with the whole paper). Where every paper has every
 * question they add up to 1, as Moodle has it; where papers are dealt, each question counts in the sum as often as it was dealt, so that a paper's add up to 1 on average.
 * null: a question whose covariance is negative, or nothing differs.
 */
export function effectiveWeights(items: readonly ItemStatistics[], papers: number): (number | null)[] {
  const roots = items.map(({ covarianceWithTotal: of }) => (of === null || of < 0 ? null : Math.sqrt(of)))
  const sum = items.reduce((total, { answers }, i) => total + (roots[i] ?? 0) * (answers / Math.max(1, papers)), 0)
  return roots.map((root) => (root === null || sum === 0 ? null : root / sum))
}

/**
 * What guessing would earn on average, as a fraction: of a choice of one the right options ÷ the options; a gap cannot be guessed. null: a choice of several, for which
 * Moodle gives none either, and a question on which everybody is given the points.
 */
export function guessScore(question: {
  readonly kind: 'single' | 'multiple' | 'judge' | 'fill'
  readonly options: readonly string[]
  readonly key: readonly number[]
  readonly full?: true | undefined
}): number | null {
  if (question.full || question.kind === 'multiple') return null
  return question.kind === 'fill' ? 0 : question.key.length / question.options.length
}
