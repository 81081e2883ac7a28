import type { OutputOf } from '@/contracts/action'
import { type listAttempts as Contract, listAttempts as contract } from '@/contracts/quiz'
import { attemptState, type GradedPaper, mayArriveUntil, withDeadline } from '@/domain/quiz'
import { standingMark } from '@/domain/quiz/keys'
import { attemptsBefore, type ListedAttempt } from '../_data/attempts'
import type { Submission } from '../_data/documents'
import { findGradingQuizzes, type GradingQuiz } from '../_data/quizzes'
import { implement } from '../_kit/action'

const PAGE = 20
/** So many more are read: attempts dealt at the same instant stay on one page, for the next one begins before that instant. */
const TIES = 20

/** Three database requests: the caller, the attempts, what their marks are derived from. */
export const listAttempts = implement(contract, {
  allow: () => true,
  async handle({ caller, input, now }) {
    const read = await attemptsBefore(caller.person._id, input.before, PAGE + TIES)
    const last = read[PAGE - 1]
    const page = last ? read.filter(({ dealtAt }, i) => i < PAGE || dealtAt === last.dealtAt) : read
    const quizzes = await findGradingQuizzes([...new Set(page.map(({ quizId }) => quizId))])
    const byId = new Map(quizzes.map((quiz) => [quiz._id, quiz]))
    return {
      rows: page.flatMap((attempt) => {
        const quiz = byId.get(attempt.quizId)
        return quiz ? [rowOf(attempt, quiz, now)] : []
      }),
      next: last && page.length < read.length ? last.dealtAt : null,
    }
  },
})

type Row = OutputOf<typeof Contract>['rows'][number]

function rowOf(listed: ListedAttempt, quiz: GradingQuiz, now: number): Row {
  const attempt = withDeadline(quiz, listed)
  const { dealt, submission } = attempt
  const { pointsEach } = quiz
  const grade = submission && gradeOf(quiz, dealt, submission)
  const arriveBy = mayArriveUntil(quiz, attempt, now)
  return {
    attemptId: attempt._id,
    quizId: quiz._id,
    title: quiz.title,
    mode: quiz.mode,
    number: attempt.number,
    dealtAt: attempt.dealtAt,
    state: arriveBy === null ? attemptState(attempt, now) : 'mayArrive',
    arriveBy,
    submittedAt: submission?.at ?? null,
    score: grade?.score ?? null,
    maxScore: dealt.length * pointsEach,
    passed: grade?.passed ?? null,
  }
}

/** The marks of a paper as they stand; null when the quiz lacks a question that was dealt: one broken record must not hide all others. */
function gradeOf(
  quiz: GradingQuiz,
  dealt: ListedAttempt['dealt'],
  { answers, keyVersion }: Submission,
): GradedPaper | null {
  const known = new Set(quiz.questions.map(({ id }) => id))
  if (!dealt.every(({ questionId }) => known.has(questionId))) return null
  const standing = standingMark(quiz, { dealt, answers, keyVersion })
  return standing.ok ? standing.grade : null
}
