import { submitPaper as contract } from '@/contracts/quiz'
import { decideSubmission, takenAt } from '@/domain/quiz'
import { attemptWithQuiz, keepSubmission } from '../_data/attempts'
import { addOwnFact, factOf, standingFact } from '../_data/facts'
import { implement } from '../_kit/action'
import { resultOf } from './result-of'

/**
 * Three database requests: the caller with the attempt, its quiz and an earlier fact; the submission; the fact. The submission is kept first: a call
 * that dies between the two was not acknowledged, and its repeat records the fact. A repeat finds both and answers from them.
 */
export const submitPaper = implement(contract, {
  alongside: ({ attemptId }, { openid }) => ({
    attempt: attemptWithQuiz(attemptId),
    // an attempt's id begins with its quiz's
    fact: factOf('quiz', attemptId.split('.')[0] ?? '', openid),
  }),
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
    const earlier = await standingFact(found.fact)
    // a paper that was answered before gets the same answer again
    if (earlier) return earlier.withdrawn && decision.submission === 'accept' ? refuse('WITHDRAWN') : result
    const occurredAt = takenAt(attempt, submission.at)
    const fact = { kind: 'quiz' as const, activityId: quiz._id, occurredAt, recordedAt: now }
    return (await addOwnFact(caller, fact)) === 'noMember' ? refuse('NOT_MEMBER_THEN') : result
  },
})
