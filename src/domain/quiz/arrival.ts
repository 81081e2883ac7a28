import { attemptState, closingOf, type PaperTime, paperEnd, type QuizTimes } from './window'

/** How long after its end a paper still arrives in time: a slow network must not cost anyone a paper sent at the last second. */
export const SUBMIT_GRACE_MS = 30_000
const HOUR_MS = 3_600_000

/** What the phone says about a paper, epoch ms of its clock as corrected by the server's; null: it says nothing. */
export interface Claims {
  readonly openedAt: number | null
  readonly answeredAt: number | null
}

interface DealtAttempt extends PaperTime {
  readonly dealtAt: number
  readonly submission: object | null
}

type Rules = QuizTimes & { readonly graceHours: number }

/** The claims as far as they can be true: not before the paper was dealt, not in the future, and opened before it was answered. */
export function possibleClaims(claims: Claims, { dealtAt }: Pick<DealtAttempt, 'dealtAt'>, now: number): Claims {
  const cut = (at: number | null, latest: number) => (at === null ? null : Math.max(dealtAt, Math.min(at, latest)))
  const answeredAt = cut(claims.answeredAt, now)
  return { openedAt: cut(claims.openedAt, answeredAt ?? now), answeredAt }
}

/** Until when a paper that was answered in time without a network may arrive. */
export const arriveByOf = ({ graceHours }: Pick<Rules, 'graceHours'>, deadlineAt: number): number =>
  deadlineAt + graceHours * HOUR_MS

/**
 * When a paper taken along was opened: the earliest that any phone has said. Who says nothing opened it when it was dealt. So opening it again, on this
 * phone or another, gives no new minutes once a phone with a network has told of the first time.
 */
function opening({ openedAt: told, dealtAt }: DealtAttempt, said: number | null): number {
  if (told === null || said === null) return told ?? said ?? dealtAt
  return Math.min(told, said)
}

/** Of what a phone says about the opening and what is known: the earlier; never before the dealing nor in the future. null: nothing is known. */
export function earliestOpening(
  attempt: Pick<DealtAttempt, 'dealtAt' | 'openedAt'>,
  said: number | null,
  now: number,
): number | null {
  if (said === null) return attempt.openedAt
  const { openedAt } = possibleClaims({ openedAt: said, answeredAt: null }, attempt, now)
  return Math.min(attempt.openedAt ?? Number.POSITIVE_INFINITY, openedAt ?? now)
}

/** Until when a paper of an attempt that ran out may still come in from a phone without a network; null: none may, or it has one. */
export function mayArriveUntil(
  quiz: Pick<Rules, 'graceHours'>,
  attempt: PaperTime & { readonly submission: object | null },
  now: number,
): number | null {
  if (attemptState(attempt, now) !== 'expired') return null
  const until = arriveByOf(quiz, attempt.deadlineAt)
  return now < until ? until : null
}

export type SubmissionDecision =
  | {
      submission: 'accept'
      /** When it counts as handed in: within its time, so that the grace moves no participation into a day on which its quiz was over. */
      at: number
      claims: Claims
    }
  | { submission: 'again' }
  | { submission: 'refuse'; code: 'QUIZ_CLOSED' | 'ATTEMPT_EXPIRED' }

/**
 * What happens when a paper is handed in. `again`: the attempt has a paper already. Answered up to and including SUBMIT_GRACE_MS after its end it is
 * accepted; with a claim of when it was answered it may arrive `graceHours` after the deadline, without one the instant of arrival counts.
 * Refused, the code says what is over: the quiz, or only this paper.
 */
export function decideSubmission(quiz: Rules, attempt: DealtAttempt, said: Claims, now: number): SubmissionDecision {
  if (attempt.submission !== null) return { submission: 'again' }
  const claims = possibleClaims(said, attempt, now)
  const answeredAt = claims.answeredAt ?? now
  const end = paperEnd({ ...attempt, openedAt: opening(attempt, claims.openedAt) })
  const inTime = answeredAt <= end + SUBMIT_GRACE_MS
  const arrived = now <= Math.max(arriveByOf(quiz, attempt.deadlineAt), attempt.deadlineAt + SUBMIT_GRACE_MS)
  if (inTime && arrived) {
    return { submission: 'accept', at: Math.max(attempt.dealtAt, Math.min(answeredAt, end - 1)), claims }
  }
  const overran = !inTime && end < attempt.deadlineAt
  return { submission: 'refuse', code: overran || now < closingOf(quiz) ? 'ATTEMPT_EXPIRED' : 'QUIZ_CLOSED' }
}
