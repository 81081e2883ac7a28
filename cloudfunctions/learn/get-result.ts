import { getResult as contract } from '@/contracts/quiz'
import { attemptWithQuiz } from '../_data/attempts'
import { implement } from '../_kit/action'
import { resultOf } from './result-of'

/** The caller's own results only: someone else's attempt is not found. */
export const getResult = implement(contract, {
  alongside: ({ attemptId }) => ({ attempt: attemptWithQuiz(attemptId) }),
  allow: ({ caller, found: { attempt }, refuse }) => attempt[0]?.personId === caller.person._id || refuse('NOT_FOUND'),
  async handle({ found, refuse }) {
    const attempt = found.attempt[0] ?? refuse('NOT_FOUND')
    const quiz = attempt.quiz[0] ?? refuse('NOT_FOUND')
    return resultOf(quiz, attempt, attempt.submission ?? refuse('NOT_SUBMITTED'))
  },
})
