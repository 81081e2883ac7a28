import { getResult as contract } from '@/contracts/quiz'
import { attemptWithQuiz, latestNumber } from '../_data/attempts'
import { lessonsWithQuestions } from '../_data/lessons'
import { implement } from '../_kit/action'
import { resultOf } from './result-of'

/** One database request. The caller's own results only: someone else's attempt is not found. */
export const getResult = implement(contract, {
  alongside: ({ attemptId }, { now }) => ({
    attempt: attemptWithQuiz(attemptId),
    latest: latestNumber(attemptId),
    lessons: lessonsWithQuestions(now),
  }),
  allow: ({ caller, found: { attempt }, refuse }) => attempt[0]?.personId === caller.person._id || refuse('NOT_FOUND'),
  async handle({ found, now, refuse }) {
    const attempt = found.attempt[0] ?? refuse('NOT_FOUND')
    const quiz = attempt.quiz[0] ?? refuse('NOT_FOUND')
    const submission = attempt.submission ?? refuse('NOT_SUBMITTED')
    return resultOf(quiz, { ...attempt, submission }, found.lessons, found.latest[0]?.number ?? 0, now)
  },
})
