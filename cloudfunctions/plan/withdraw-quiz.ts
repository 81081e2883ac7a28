import { withdrawQuiz as contract } from '@/contracts/plan'
import { writeAudit } from '../_data/audit'
import { hasBegun, putBack, takeBack } from '../_data/quiz-desk'
import { findDraft, thawDraft } from '../_data/quiz-drafts'
import { implement } from '../_kit/action'
import { joined, managedQuiz } from './managed'

/**
 * Closes the quiz for everyone first and looks then whether anybody had begun, so that nobody begins in between; if so it is opened as it was. A call that dies on the way
 * is sent again and goes on. A paper that was being dealt in that very moment stays good: its quiz is still there, only nobody else gets one.
 */
export const withdrawQuiz = implement(contract, {
  ...managedQuiz,
  async handle({ caller, now, requestId, found, refuse }) {
    const { row: quiz } = joined(found.quiz)
    const { _id: object, draftId = null } = quiz
    const closesAt = quiz.withdrawn?.closesAt ?? quiz.closesAt
    if (!quiz.withdrawn) {
      if (await hasBegun(object)) return refuse('QUIZ_BEGUN')
      // closed or extended by somebody else in this moment
      if (!(await takeBack(quiz, now))) return refuse('BUSY')
    }
    const draft = draftId === null ? null : await findDraft(draftId)
    const round = Number(object.slice(object.lastIndexOf('-') + 1))
    // what was withdrawn long ago and is a draft again is not looked at once more: whoever had begun then has a good paper
    if (quiz.withdrawn && draft && draft.round > round) return { draftId }
    if (await hasBegun(object)) {
      await putBack(object, closesAt)
      return refuse('QUIZ_BEGUN')
    }
    if (draft) await thawDraft(draft._id, round, draft.revision, now)
    const line = { actor: caller.person._id, action: 'withdrawQuiz', object, at: now, requestId }
    await writeAudit({ _id: `withdrawQuiz.${object}`, ...line })
    return { draftId: draft ? draft._id : null }
  },
})
