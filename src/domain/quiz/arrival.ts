import { closingOf, type QuizTimes } from './window'

/** How long after its end a paper still arrives in time: a slow network must not cost anyone a paper sent at the last second. */
export const SUBMIT_GRACE_MS = 30_000
const HOUR_MS = 3_600_000

/** What the phone says about a paper, epoch ms of its clock as corrected by the server's; null: it says nothing. */
export interface Claims {
  readonly openedAt: number | null
  readonly answeredAt: number | null
}

interface DealtAttempt {
  readonly dealtAt: number
  readonly deadlineAt: number
  readonly along: boolean
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

/** When the time of a paper is over: its deadline; of one taken along also its minutes after it was opened (not said when: after it was dealt). */
function paperEnd({ minutes }: Pick<Rules, 'minutes'>, attempt: DealtAttempt, openedAt: number | null): number {
  if (!attempt.along || minutes === 0) return attempt.deadlineAt
  return Math.min(attempt.deadlineAt, (openedAt ?? attempt.dealtAt) + minutes * 60_000)
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
  const end = paperEnd(quiz, attempt, claims.openedAt)
  const inTime = answeredAt <= end + SUBMIT_GRACE_MS
  const arrived = now <= Math.max(arriveByOf(quiz, attempt.deadlineAt), attempt.deadlineAt + SUBMIT_GRACE_MS)
  if (inTime && arrived) {
    return { submission: 'accept', at: Math.max(attempt.dealtAt, Math.min(answeredAt, end - 1)), claims }
  }
  const overran = !inTime && end < attempt.deadlineAt
  return { submission: 'refuse', code: overran || now < closingOf(quiz) ? 'ATTEMPT_EXPIRED' : 'QUIZ_CLOSED' }
}
