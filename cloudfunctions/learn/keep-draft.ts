import { keepDraft as contract } from '@/contracts/quiz'
import { attemptState, earliestOpening, mergeDrafts, SUBMIT_GRACE_MS, withDeadline } from '@/domain/quiz'
import { attemptWithTimes, keepDraft as keep } from '../_data/attempts'
import type { AttemptDoc } from '../_data/documents'
import { implement } from '../_kit/action'

/**
 * Two database requests, one when there is nothing new: the caller with the attempt, and the draft. What is kept is for going on with, on this phone or
 * another: it is never graded. An attempt that runs out with a draft and no paper stays as it is: handing in is the member's own act.
 */
export const keepDraft = implement(contract, {
  alongside: ({ attemptId }) => ({ attempt: attemptWithTimes(attemptId) }),
  allow: ({ caller, found: { attempt }, refuse }) => attempt[0]?.personId === caller.person._id || refuse('NOT_FOUND'),
  async handle({ input, now, found, refuse }) {
    const dealt = found.attempt[0] ?? refuse('NOT_FOUND')
    const [quiz] = dealt.quiz
    const attempt: AttemptDoc = quiz ? withDeadline(quiz, dealt) : dealt
    const state = attemptState(attempt, now - SUBMIT_GRACE_MS)
    if (state === 'submitted') return refuse('ALREADY_SUBMITTED')
    if (state === 'expired') return refuse('ATTEMPT_EXPIRED')
    const { deadlineAt } = attempt
    const openedAt = attempt.along ? earliestOpening(attempt, input.openedAt ?? null, now) : null
    const { revision = 0, ...kept } = attempt.draft ?? { answers: [], marked: [], markedAt: 0 }
    const draft = mergeDrafts(kept, input.draft, attempt.dealt, now)
    if (openedAt === attempt.openedAt && JSON.stringify(draft) === JSON.stringify(kept))
      return { draft, openedAt, deadlineAt }
    // when another phone saved in the meantime, the client sends again and is joined with that
    if (!(await keep(attempt._id, attempt.draft, { ...draft, revision: revision + 1 }, openedAt))) return refuse('BUSY')
    return { draft, openedAt, deadlineAt }
  },
})
