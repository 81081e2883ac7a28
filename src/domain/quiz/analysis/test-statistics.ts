import { type Distribution, distributionOf } from './counts'
import { markVariance, squaredMarks } from './item-statistics'
import type { Tally } from './tally'

/** What item analysis says of the papers as a whole. Points; null: too few papers, or no differences. */
export interface TestStatistics {
  readonly papers: number
  readonly mean: number
  readonly median: number
  readonly standardDeviation: number | null
  readonly skewness: number | null
  readonly kurtosis: number | null
  /** Coefficient of internal consistency (Cronbach's alpha), as a fraction. */
  readonly consistency: number | null
  /** How much of the spread is chance, as a fraction: √(1 − consistency). */
  readonly errorRatio: number | null
  /** Standard error of one paper's points. */
  readonly standardError: number | null
  /** Whether every paper had every question. */
  readonly samePaper: boolean
}

function medianOf(totals: Distribution, papers: number): number {
  const at = (place: number): number => {
    let before = 0
    for (const [value, times] of totals) {
      before += times
      if (place < before) return value
    }
    return 0
  }
  return (at(Math.floor((papers - 1) / 2)) + at(Math.floor(papers / 2))) / 2
}

/**
 * The sum of the variances of a paper's places. Where all papers have the same questions these are the questions, as Moodle has it. Where papers are dealt, a place has
 * another question on each paper, and which one stands where is chance; the value is then the mean over all orders in which each paper could stand, worked out
 * exactly: [Q − ((ΣT)² − ΣT²) ÷ (k·(s−1))] ÷ s with Q = Σ of all squared marks, T = a paper's points, k questions, s papers. With it the
 * coefficient is that of papers of different questions drawn alike (one-way intraclass correlation of means).
 */
function placeVariances(tally: Tally, totals: Distribution, questions: number, samePaper: boolean): number {
  const tallies = Object.values(tally.questions)
  if (samePaper) return tallies.reduce((sum, question) => sum + markVariance(question), 0)
  const s = tally.papers
  const q = tallies.reduce((sum, question) => sum + squaredMarks(question), 0)
  const t = totals.reduce((sum, [points, times]) => sum + points * times, 0)
  const tt = totals.reduce((sum, [points, times]) => sum + points * points * times, 0)
  return (q - (t * t - tt) / (questions * (s - 1))) / s
}

/**
 * Mean, median, standard deviation, skewness, kurtosis (from unbiased k-statistics), coefficient of internal consistency, error ratio and standard error.
 * Source: Moodle, "Quiz statistics calculations" (docs.moodle.org/dev), section Test statistics; mod/quiz/report/statistics/classes/calculator.php.
 * @param questions on one paper
 */
export function testStatistics(tally: Tally, questions: number): TestStatistics {
  const s = tally.papers
  const totals = distributionOf(tally.totals)
  const mean = s === 0 ? 0 : totals.reduce((sum, [points, times]) => sum + points * times, 0) / s
  const power = (exponent: number) => totals.reduce((sum, [v, times]) => sum + times * (v - mean) ** exponent, 0) / s
  const tallies = Object.values(tally.questions)
  const samePaper = tallies.length === questions && tallies.every(({ cells }) => countOf(cells) === s)
  const [m2, m3, m4] = [power(2), power(3), power(4)]
  const k2 = s < 2 ? 0 : (s * m2) / (s - 1)
  const differ = k2 > 0 && s > 2
  const k3 = (s * s * m3) / ((s - 1) * (s - 2))
  const k4 = (s * s * ((s + 1) * m4 - 3 * (s - 1) * m2 * m2)) / ((s - 1) * (s - 2) * (s - 3))
  const consistency =
    differ && questions > 1
      ? (questions / (questions - 1)) * (1 - placeVariances(tally, totals, questions, samePaper) / k2)
      : null
  const errorRatio = consistency === null ? null : Math.sqrt(Math.max(0, 1 - consistency))
  return {
    papers: s,
    mean,
    median: medianOf(totals, s),
    standardDeviation: s < 2 ? null : Math.sqrt(k2),
    skewness: differ ? k3 / k2 ** 1.5 : null,
    kurtosis: differ && s > 3 ? k4 / (k2 * k2) : null,
    consistency,
    errorRatio,
    standardError: errorRatio === null ? null : errorRatio * Math.sqrt(k2),
    samePaper,
  }
}

const countOf = (cells: Record<string, number>): number => Object.values(cells).reduce((sum, times) => sum + times, 0)
