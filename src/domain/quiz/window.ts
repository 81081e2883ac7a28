/** When a quiz takes answers. Instants are epoch ms; an opening instant belongs to the time that it opens, a closing one does not. */
export interface QuizTimes {
  readonly opensAt: number
  readonly closesAt: number
  /** Time for one paper. */
  readonly minutes: number
  readonly attemptsAllowed: number
}

/** What these rules need of a stored attempt. */
export interface AttemptTimes {
  /** 1 for the first. */
  readonly number: number
  readonly deadlineAt: number
  readonly submission: object | null
}

/** How long after its deadline a paper still arrives in time: a slow network must not cost anyone a paper sent at the last second. */
export const SUBMIT_GRACE_MS = 30_000

export function quizState(quiz: Pick<QuizTimes, 'opensAt' | 'closesAt'>, now: number): 'notOpen' | 'open' | 'closed' {
  if (now < quiz.opensAt) return 'notOpen'
  return now < quiz.closesAt ? 'open' : 'closed'
}

/** The end of a paper dealt at `dealtAt`: its minutes, but not beyond the end of the quiz. */
export function deadlineOf(quiz: Pick<QuizTimes, 'minutes' | 'closesAt'>, dealtAt: number): number {
  return Math.min(dealtAt + quiz.minutes * 60_000, quiz.closesAt)
}

/**
 * When a paper counts as handed in: within its time. The grace is for the network, so it must not move a participation into a day or month
 * in which its quiz was over.
 */
export function takenAt(attempt: Pick<AttemptTimes, 'deadlineAt'>, submittedAt: number): number {
  return Math.min(submittedAt, attempt.deadlineAt - 1)
}

/**
 * Whether an attempt can go on. `open` ends at the deadline: a paper is not dealt again for its grace time, which is only for
 * what is already under way (see `decideSubmission`).
 */
export function attemptState(
  attempt: Pick<AttemptTimes, 'deadlineAt' | 'submission'>,
  now: number,
): 'open' | 'expired' | 'submitted' {
  if (attempt.submission !== null) return 'submitted'
  return now < attempt.deadlineAt ? 'open' : 'expired'
}

/** How many attempts are used: submitted, open or run out. */
export function attemptsUsed(attempts: readonly Pick<AttemptTimes, 'number'>[]): number {
  return attempts.reduce((most, attempt) => Math.max(most, attempt.number), 0)
}

/** How many more papers may be dealt to someone with these attempts at this quiz. */
export function attemptsLeft(
  quiz: Pick<QuizTimes, 'attemptsAllowed'>,
  attempts: readonly Pick<AttemptTimes, 'number'>[],
): number {
  return Math.max(0, quiz.attemptsAllowed - attemptsUsed(attempts))
}

export type NextAttempt<A> =
  | { next: 'resume'; attempt: A }
  | { next: 'deal'; number: number }
  | { next: 'refuse'; code: 'QUIZ_NOT_OPEN' | 'QUIZ_CLOSED' | 'NO_ATTEMPTS_LEFT' }

/**
 * What happens when a person asks for a paper: the open attempt goes on, else a new one is dealt, else a refusal with its code.
 * @param attempts all attempts of this person at this quiz
 */
export function nextAttempt<A extends AttemptTimes>(
  quiz: QuizTimes,
  attempts: readonly A[],
  now: number,
): NextAttempt<A> {
  const state = quizState(quiz, now)
  if (state === 'notOpen') return { next: 'refuse', code: 'QUIZ_NOT_OPEN' }
  if (state === 'closed') return { next: 'refuse', code: 'QUIZ_CLOSED' }
  const attempt = attempts.find((candidate) => attemptState(candidate, now) === 'open')
  if (attempt !== undefined) return { next: 'resume', attempt }
  if (attemptsLeft(quiz, attempts) === 0) return { next: 'refuse', code: 'NO_ATTEMPTS_LEFT' }
  return { next: 'deal', number: attemptsUsed(attempts) + 1 }
}

export type SubmissionDecision =
  | { submission: 'accept' }
  | { submission: 'repeat' }
  | { submission: 'refuse'; code: 'QUIZ_CLOSED' | 'ATTEMPT_EXPIRED' }

/**
 * What happens when a paper is handed in. `repeat`: it was handed in before, give the first answer again. Accepted up to and
 * including SUBMIT_GRACE_MS after the deadline; later, the code says whether the quiz or only the paper is over.
 */
export function decideSubmission(
  quiz: Pick<QuizTimes, 'closesAt'>,
  attempt: Pick<AttemptTimes, 'deadlineAt' | 'submission'>,
  now: number,
): SubmissionDecision {
  if (attempt.submission !== null) return { submission: 'repeat' }
  if (now <= attempt.deadlineAt + SUBMIT_GRACE_MS) return { submission: 'accept' }
  return { submission: 'refuse', code: now < quiz.closesAt ? 'ATTEMPT_EXPIRED' : 'QUIZ_CLOSED' }
}
