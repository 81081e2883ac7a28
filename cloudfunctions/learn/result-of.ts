import type { Result } from '@/contracts/quiz'
import { attemptsLeft, explainingLessons, type GradedPaper, releaseOf, showResult } from '@/domain/quiz'
import { type Regraded, standingMark } from '@/domain/quiz/keys'
import type { AttemptDoc, LessonDoc, QuizDoc, Submission } from '../_data/documents'
import { refuse } from '../_kit/refusal'

/** The marks of a paper of an attempt as they stand, and what corrected keys did to them. Throws ANSWERS_DO_NOT_FIT. */
function marksOf(quiz: QuizDoc, { dealt }: AttemptDoc, { answers, keyVersion }: Submission) {
  const standing = standingMark(quiz, { dealt, answers, keyVersion })
  return standing.ok ? standing : refuse('ANSWERS_DO_NOT_FIT')
}

/** The marks alone. Throws ANSWERS_DO_NOT_FIT. */
export const gradeOf = (quiz: QuizDoc, attempt: AttemptDoc, submission: Submission): GradedPaper =>
  marksOf(quiz, attempt, submission).grade

type LessonOfQuestions = Pick<LessonDoc, '_id' | 'title' | 'questions'>

/** The result of an attempt, derived from what was dealt and what came in: marks are never stored. Throws ANSWERS_DO_NOT_FIT. */
export function resultOf(
  quiz: QuizDoc,
  attempt: AttemptDoc & { submission: Submission },
  lessons: readonly LessonOfQuestions[],
  /** Of the latest attempt of the same person at the same quiz. */
  latest: number,
  now: number,
): Result {
  const { submission, others } = attempt
  const { grade, regraded } = marksOf(quiz, attempt, submission)
  const released = releaseOf(quiz, now)
  const other = others[others.length - 1]
  return {
    attemptId: attempt._id,
    quizId: quiz._id,
    title: quiz.title,
    mode: quiz.mode,
    number: attempt.number,
    partial: quiz.partial,
    submittedAt: submission.at,
    receivedAt: submission.receivedAt,
    score: grade.score,
    maxScore: grade.maxScore,
    passMark: quiz.passMark,
    passed: grade.passed,
    counts: grade.counts,
    attemptsLeft: attemptsLeft(quiz, Math.max(latest, attempt.number), now),
    released,
    // before the release nothing tells of a single question, neither by its key nor by the lesson that explains it
    items: released.now ? showResult(attempt.dealt, quiz.questions, quiz.pointsEach, grade.items) : [],
    lessons: released.now ? explainingLessons(grade.items, lessons).map(({ _id: id, title }) => ({ id, title })) : [],
    ...(regraded && { regraded: shownRegraded(regraded, attempt, released.now) }),
    other: other
      ? {
          receivedAt: other.receivedAt,
          answeredAt: other.answeredAt ?? other.receivedAt,
          score: released.now ? gradeOf(quiz, attempt, other).score : null,
        }
      : null,
  }
}

/** Which questions were corrected is told with the keys: before that it would tell something of them. */
function shownRegraded(
  { before, keptPass, corrections }: Regraded,
  { dealt }: AttemptDoc,
  released: boolean,
): NonNullable<Result['regraded']> {
  const told = released ? corrections : []
  return {
    before,
    keptPass,
    at: corrections.reduce((latest, { at }) => Math.max(latest, at), 0),
    questions: told.map(({ questionId, reason, at, after }) => ({
      number: dealt.findIndex((one) => one.questionId === questionId) + 1,
      reason,
      at,
      full: after.full,
    })),
  }
}
