import type { InputOf } from '@/contracts/action'
import { submitPaper as contract } from '@/contracts/quiz'
import { type Claims, decideSubmission, isAnother, possibleClaims } from '@/domain/quiz'
import { attemptWithQuiz, keepOther, keepSubmission } from '../_data/attempts'
import type { Caller } from '../_data/callers'
import type { AttemptDoc, FactDoc, QuizDoc, Submission } from '../_data/documents'
import { addOwnFact, factOf, standingFact } from '../_data/facts'
import { lessonsWithQuestions } from '../_data/lessons'
import { implement } from '../_kit/action'
import { refuse } from '../_kit/refusal'
import { gradeOf, resultOf } from './result-of'

/**
 * Three database requests: the caller with the attempt, its quiz and an earlier fact; the submission; the fact. The submission is kept first: a call
 * that dies between the two was not acknowledged, and its repeat records the fact, or else the timer does. A repeat finds both and answers
 * from them. A different paper of an attempt that has one is kept beside it, at two requests.
 */
export const submitPaper = implement(contract, {
  alongside: ({ attemptId }, { openid, now }) => ({
    attempt: attemptWithQuiz(attemptId),
    // an attempt's id begins with its quiz's
    fact: factOf('quiz', attemptId.split('.')[0] ?? '', openid),
    lessons: lessonsWithQuestions(now),
  }),
  // who was dealt a paper may hand it in, also after a transfer and with a new WeChat; nobody else may
  allow: ({ caller, found: { attempt } }) => attempt[0]?.personId === caller.person._id || refuse('NOT_FOUND'),
  async handle({ caller, input, now, found }) {
    const attempt = found.attempt[0] ?? refuse('NOT_FOUND')
    const quiz = attempt.quiz[0] ?? refuse('NOT_FOUND')
    const claims = { openedAt: input.openedAt ?? null, answeredAt: input.answeredAt ?? null }
    const decision = decideSubmission(quiz, attempt, claims, now)
    if (decision.submission === 'refuse') return refuse(decision.code)
    if (decision.submission === 'accept') {
      const submission = { at: decision.at, receivedAt: now, ...decision.claims, answers: input.answers }
      gradeOf(quiz, attempt, submission)
      // when another phone was faster, the client sends again, and its paper is kept beside the first
      if (!(await keepSubmission(attempt._id, submission))) return refuse('BUSY')
      await recordTaking(caller, quiz, submission, found.fact, now, true)
      return resultOf(quiz, { ...attempt, submission }, found.lessons, now)
    }
    const submission = attempt.submission ?? refuse('BUSY')
    const others = await othersWith(quiz, { ...attempt, submission }, input.answers, claims, now)
    await recordTaking(caller, quiz, submission, found.fact, now, false)
    return resultOf(quiz, { ...attempt, submission, others }, found.lessons, now)
  },
})

/** The other papers of an attempt, with this one if it is another. */
async function othersWith(
  quiz: QuizDoc,
  attempt: AttemptDoc & { submission: Submission },
  answers: InputOf<typeof contract>['answers'],
  said: Claims,
  now: number,
): Promise<Submission[]> {
  const { _id, others, submission } = attempt
  if (!isAnother(answers, submission.answers, others)) return others
  const claims = possibleClaims(said, attempt, now)
  const at = Math.max(attempt.dealtAt, Math.min(claims.answeredAt ?? now, attempt.deadlineAt - 1))
  const other = { at, receivedAt: now, ...claims, answers }
  gradeOf(quiz, attempt, other)
  if (!(await keepOther(_id, others.length, other))) return refuse('BUSY')
  return [...others, other]
}

/**
 * Makes sure that there is the fact that the caller took part. A practice counts in no figure and has none; of a daily series the fact is the first
 * day's. Refuses when the participation was taken back and this paper is `first` to come, or when the caller was no member then.
 */
async function recordTaking(
  caller: Caller,
  quiz: QuizDoc,
  { at }: Submission,
  found: readonly FactDoc[],
  now: number,
  first: boolean,
): Promise<void> {
  if (quiz.mode === 'practice') return
  const earlier = await standingFact(found)
  if (earlier?.withdrawn && first) return refuse('WITHDRAWN')
  if (earlier) return
  const fact = { kind: 'quiz' as const, activityId: quiz._id, occurredAt: at, recordedAt: now }
  if ((await addOwnFact(caller, fact)) === 'noMember') return refuse('NOT_MEMBER_THEN')
}
