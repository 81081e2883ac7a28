import { submitPaper as contract } from '@/contracts/learn'
import { decideSubmission, takenAt } from '@/domain/quiz'
import { attemptWithQuiz, keepSubmission } from '../_data/attempts'
import { recordOwnFact } from '../_data/facts'
import { implement } from '../_kit/action'
import { resultOf } from './result-of'

/**
 * Three database requests: the caller with the attempt and its quiz, the submission, the fact. The submission is kept first: a call
 * that dies between the two was not acknowledged, and its repeat records the fact. A repeat finds the submission and answers from it.
 */
export const submitPaper = implement(contract, {
  alongside: ({ attemptId }) => ({ attempt: attemptWithQuiz(attemptId) }),
  // who was dealt a paper may hand it in, also after a transfer and with a new WeChat; nobody else may
  allow: ({ caller, found: { attempt }, refuse }) => attempt[0]?.personId === caller.person._id || refuse('NOT_FOUND'),
  async handle({ caller, input, now, found, refuse }) {
    const attempt = found.attempt[0] ?? refuse('NOT_FOUND')
    const quiz = attempt.quiz[0] ?? refuse('NOT_FOUND')
    const decision = decideSubmission(quiz, attempt, now)
    if (decision.submission === 'refuse') return refuse(decision.code)
    const submission = attempt.submission ?? { at: now, answers: input.answers }
    const result = resultOf(quiz, attempt, submission)
    // when another phone was faster, the client sends again and gets the first answer
    if (decision.submission === 'accept' && !(await keepSubmission(attempt._id, submission))) return refuse('BUSY')
    const occurredAt = takenAt(attempt, submission.at)
    await recordOwnFact(caller, { kind: 'quiz', activityId: quiz._id, occurredAt, recordedAt: now })
    return result
  },
})
