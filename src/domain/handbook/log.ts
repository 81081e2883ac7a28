import type { Review, ReviewGrade } from '@/contracts/handbook'
import { dayNumber, dayOf } from '../time'

/** How well it went, from bad to good. */
const order: Readonly<Record<ReviewGrade, number>> = { again: 0, hard: 1, good: 2 }

/** Whether grade `a` is worse than `b`. */
export const isWorse = (a: ReviewGrade, b: ReviewGrade): boolean => order[a] < order[b]

/** The Shanghai day of an instant, counted from 1970-01-01. */
export const reviewDay = (at: number): number => dayNumber(dayOf(at))

/** What counts of one question's answers on one day. */
interface DayOfQuestion {
  /** The worst answer; of several equally bad ones the latest. */
  worst: Review
  last: Review
}

/** Two reviews at the same instant are one; if their grades differ the worse one is it, so that 有点吃力 can be said after an answer was kept. */
const isLater = (a: Review, b: Review): boolean => a.at > b.at || (a.at === b.at && isWorse(a.grade, b.grade))
const isWorseThan = (a: Review, b: Review): boolean => isWorse(a.grade, b.grade) || (a.grade === b.grade && a.at > b.at)

function add(day: DayOfQuestion | undefined, review: Review): DayOfQuestion {
  if (!day) return { worst: review, last: review }
  return {
    worst: isWorseThan(review, day.worst) ? review : day.worst,
    last: isLater(review, day.last) ? review : day.last,
  }
}

/** On how many of its last days a question's answers are kept. */
export const DAYS_KEPT = 24

/** By question, and by day in order, what counts; at most the last `DAYS_KEPT` days of each question. */
export function daysByQuestion(reviews: readonly Review[]): Map<string, [day: number, what: DayOfQuestion][]> {
  const byQuestion = new Map<string, Map<number, DayOfQuestion>>()
  for (const review of reviews) {
    const days = byQuestion.get(review.questionId) ?? new Map<number, DayOfQuestion>()
    const day = reviewDay(review.at)
    days.set(day, add(days.get(day), review))
    byQuestion.set(review.questionId, days)
  }
  return new Map(
    [...byQuestion].map(([id, days]) => [id, [...days].sort(([a], [b]) => a - b).slice(-DAYS_KEPT)] as const),
  )
}

/**
 * The part of a log from which everything is derived: of each question and day the worst and the last answer, of its last 24 days.
 * So a log is bounded however often one practises. Mastery and the wrong-answer book come out as from the whole log; and it is a join:
 * `recentReviews([...recentReviews(a), ...recentReviews(b)])` is `recentReviews([...a, ...b])`, whatever came twice or in another order.
 * @returns by question, then by time
 */
export function recentReviews(reviews: readonly Review[]): Review[] {
  const recent: Review[] = []
  const byQuestion = [...daysByQuestion(reviews)].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [, days] of byQuestion) {
    for (const [, { worst, last }] of days) recent.push(...(worst.at === last.at ? [last] : [worst, last]))
  }
  return recent.map(({ questionId, at, grade }) => ({ questionId, at, grade }))
}
