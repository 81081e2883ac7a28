import type { QuizMode } from '@/contracts/quiz'
import { addDays, dayOf, daysBetween, endOfDay } from '../time/day'

/** When a quiz takes answers. Instants are epoch ms; an opening instant belongs to the time that it opens, a closing one does not. */
export interface QuizTimes {
  readonly mode: QuizMode
  readonly opensAt: number
  readonly closesAt: number
  /** Time for one paper; 0: until the quiz closes. */
  readonly minutes: number
  /** Of a daily series: how many days it has. A practice does not count them. */
  readonly attemptsAllowed: number
  /** Closed by hand before its time: from then on no new paper is dealt, and whoever has one goes on to its deadline. null or absent: it was not. */
  readonly closedAt?: number | null
}

/** How long a paper may be answered. */
export interface PaperTime {
  readonly deadlineAt: number
  /** Taken along sealed: its minutes run from when it is opened. */
  readonly along: boolean
  /** Of one paper, as dealt; 0: until its deadline. */
  readonly minutes: number
  /** The earliest instant at which a phone says that it opened it; null: none has said so. */
  readonly openedAt: number | null
}

/** What these rules need of a stored attempt. */
export interface AttemptTimes extends PaperTime {
  /** 1 for the first; of a daily series the day of the series. */
  readonly number: number
  readonly submission: object | null
}

/** An attempt's number has two digits at most (contracts/common AttemptId). */
const MOST_ATTEMPTS = 99

/** How many papers one person may be dealt at a quiz, over all of its time. */
const papersOf = ({ mode, attemptsAllowed }: Pick<QuizTimes, 'mode' | 'attemptsAllowed'>): number =>
  mode === 'practice' ? MOST_ATTEMPTS : Math.min(attemptsAllowed, MOST_ATTEMPTS)

/** Which day of the series an instant is on, by days of Asia/Shanghai: 1 on the day on which it opens. */
export const dayOfSeries = (quiz: Pick<QuizTimes, 'opensAt'>, at: number): number =>
  daysBetween(dayOf(quiz.opensAt), dayOf(at)) + 1

/** When it takes no more answers: a daily series also ends with its last day. */
export function closingOf(quiz: Pick<QuizTimes, 'mode' | 'opensAt' | 'closesAt' | 'attemptsAllowed'>): number {
  if (quiz.mode !== 'daily') return quiz.closesAt
  return Math.min(quiz.closesAt, endOfDay(addDays(dayOf(quiz.opensAt), papersOf(quiz) - 1)))
}

export function quizState(
  quiz: Pick<QuizTimes, 'mode' | 'opensAt' | 'closesAt' | 'attemptsAllowed' | 'closedAt'>,
  now: number,
): 'notOpen' | 'open' | 'closed' {
  if (now < quiz.opensAt) return 'notOpen'
  return now < Math.min(closingOf(quiz), quiz.closedAt ?? Number.POSITIVE_INFINITY) ? 'open' : 'closed'
}

/**
 * The server's deadline of a paper dealt at `dealtAt`: its minutes, but not beyond the end of the quiz, and of a daily series not beyond the day.
 * A paper taken along has until that end, for its minutes begin when it is opened (`paperEnd`).
 */
export function deadlineOf(quiz: QuizTimes, dealtAt: number, along = false): number {
  const closing = closingOf(quiz)
  const end = quiz.mode === 'daily' ? Math.min(closing, endOfDay(dayOf(dealtAt))) : closing
  return along || quiz.minutes === 0 ? end : Math.min(dealtAt + quiz.minutes * 60_000, end)
}

/**
 * An attempt with the deadline that it has now: that of its dealing, or a later one where its quiz was extended since. Nothing that happens to a quiz makes it
 * earlier.
 */
export function withDeadline<
  A extends { readonly dealtAt: number; readonly deadlineAt: number; readonly along: boolean },
>(quiz: QuizTimes, attempt: A): A {
  const deadlineAt = deadlineOf(quiz, attempt.dealtAt, attempt.along)
  return deadlineAt > attempt.deadlineAt ? { ...attempt, deadlineAt } : attempt
}

/** When the time of a paper is over: its deadline; of one taken along that somebody opened also its minutes from then on. */
export function paperEnd({ deadlineAt, along, minutes, openedAt }: PaperTime): number {
  if (!along || minutes === 0 || openedAt === null) return deadlineAt
  return Math.min(deadlineAt, openedAt + minutes * 60_000)
}

/**
 * Whether an attempt can go on. `open` ends with its time: a paper is not dealt again for its grace time, which is only for
 * what is already under way (see `decideSubmission`).
 */
export function attemptState(
  attempt: PaperTime & Pick<AttemptTimes, 'submission'>,
  now: number,
): 'open' | 'expired' | 'submitted' {
  if (attempt.submission !== null) return 'submitted'
  return now < paperEnd(attempt) ? 'open' : 'expired'
}

/** How many more papers may be dealt to someone whose latest one has this number (0: none yet). Of a daily series: today. */
export function attemptsLeft(quiz: QuizTimes, latest: number, now: number): number {
  if (quizState(quiz, now) !== 'open') return 0
  if (quiz.mode === 'daily') return latest < dayOfSeries(quiz, now) ? 1 : 0
  return Math.max(0, papersOf(quiz) - latest)
}

export type NextAttempt<A> =
  | { next: 'resume'; attempt: A }
  | { next: 'deal'; number: number }
  | { next: 'refuse'; code: 'QUIZ_NOT_OPEN' | 'QUIZ_CLOSED' | 'NO_ATTEMPTS_LEFT' }

/**
 * What happens when a person asks for a paper: the open attempt goes on, else a new one is dealt, else a refusal with its code. A daily series has
 * one paper a day, and a missed day is no debt: its number is left out.
 * @param attempts of this person at this quiz, the latest among them
 */
export function nextAttempt<A extends AttemptTimes>(
  quiz: QuizTimes,
  attempts: readonly A[],
  now: number,
): NextAttempt<A> {
  const state = quizState(quiz, now)
  if (state === 'notOpen') return { next: 'refuse', code: 'QUIZ_NOT_OPEN' }
  const attempt = attempts.find((candidate) => attemptState(candidate, now) === 'open')
  // also of a quiz that was closed by hand: who has a paper goes on
  if (attempt !== undefined) return { next: 'resume', attempt }
  if (state === 'closed') return { next: 'refuse', code: 'QUIZ_CLOSED' }
  const latest = attempts.reduce((most, { number }) => Math.max(most, number), 0)
  if (attemptsLeft(quiz, latest, now) === 0) return { next: 'refuse', code: 'NO_ATTEMPTS_LEFT' }
  return { next: 'deal', number: quiz.mode === 'daily' ? dayOfSeries(quiz, now) : latest + 1 }
}
