import type { Review, ReviewGrade } from '@/contracts/handbook'
import { daysByQuestion } from './log'

/** One day on which a question was practised. */
export interface PractisedDay {
  /** Counted from 1970-01-01, in Shanghai. */
  readonly day: number
  /** The worst answer of the day: what it says about memory. An answer right after the explanation was read says nothing. */
  readonly worst: ReviewGrade
  readonly last: ReviewGrade
}

/** The days on which a question was practised, in order; never empty. */
export type History = readonly PractisedDay[]

/** What a log says of each question that was ever practised. */
export function historiesOf(reviews: readonly Review[]): Map<string, History> {
  const histories = new Map<string, History>()
  for (const [questionId, days] of daysByQuestion(reviews)) {
    histories.set(
      questionId,
      days.map(([day, { worst, last }]) => ({ day, worst: worst.grade, last: last.grade })),
    )
  }
  return histories
}

/** The days of the present run: since the last wrong answer it was right, each time. Empty when the last answer was wrong. */
export function rightDays(history: History): number[] {
  const days: number[] = []
  for (let i = history.length - 1; i >= 0; i -= 1) {
    const practised = history[i]
    if (!practised || practised.last === 'again') break
    days.unshift(practised.day)
    // right again on the day of a wrong answer: the run begins there
    if (practised.worst === 'again') break
  }
  return days
}
