import { closeQuiz as contract } from '@/contracts/plan'
import { closeRefusal } from '@/domain/quiz'
import { writeAudit } from '../_data/audit'
import { closeByHand } from '../_data/quiz-desk'
import { implement } from '../_kit/action'
import { joined, managedQuiz } from './managed'
import { deskOf } from './quiz-desk'

/** Closing a closed one changes nothing. */
export const closeQuiz = implement(contract, {
  ...managedQuiz,
  async handle({ caller, now, requestId, found, refuse }) {
    const { row: quiz, org } = joined(found.quiz)
    if (quiz.withdrawn) return refuse('NOT_FOUND')
    if (now < quiz.opensAt) return refuse('QUIZ_NOT_OPEN', 'close')
    if (closeRefusal(quiz, now) !== null) return deskOf(quiz, org, now)
    if (!(await closeByHand(quiz._id, now))) return refuse('BUSY')
    const line = { actor: caller.person._id, action: 'closeQuiz', object: quiz._id, at: now, requestId }
    await writeAudit({ _id: `${requestId}.closeQuiz`, ...line })
    return deskOf({ ...quiz, closedAt: now }, org, now)
  },
})
