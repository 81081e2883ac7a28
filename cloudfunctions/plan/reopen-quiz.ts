import { reopenQuiz as contract } from '@/contracts/plan'
import { quizReopenUntil, quizState } from '@/domain/quiz'
import { writeAudit } from '../_data/audit'
import { openAgain } from '../_data/quiz-desk'
import { implement } from '../_kit/action'
import { joined, managedQuiz } from './managed'
import { deskOf } from './quiz-desk'

export const reopenQuiz = implement(contract, {
  ...managedQuiz,
  async handle({ caller, now, requestId, found, refuse }) {
    const { row: quiz, org } = joined(found.quiz)
    const { _id: object, closedAt } = quiz
    if (quiz.withdrawn) return refuse('NOT_FOUND')
    if (quizState(quiz, now) === 'open') return deskOf(quiz, org, now)
    if (closedAt === null || closedAt === undefined || quizReopenUntil(quiz, now) === null) {
      return refuse('TOO_LATE_TO_UNDO')
    }
    if (!(await openAgain(object, closedAt))) return refuse('BUSY')
    const line = { actor: caller.person._id, action: 'reopenQuiz', object, at: now, requestId }
    await writeAudit({ _id: `${requestId}.reopenQuiz`, ...line })
    return deskOf({ ...quiz, closedAt: null }, org, now)
  },
})
