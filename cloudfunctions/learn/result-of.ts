import type { Result } from '@/contracts/quiz'
import { attemptsLeft, explainingLessons, type GradedPaper, gradePaper, releaseOf, showResult } from '@/domain/quiz'
import type { AttemptDoc, LessonDoc, QuizDoc, Submission } from '../_data/documents'
import { refuse } from '../_kit/refusal'

/** The marks of a paper of an attempt. Throws ANSWERS_DO_NOT_FIT. */
export function gradeOf(quiz: QuizDoc, attempt: AttemptDoc, { answers }: Pick<Submission, 'answers'>): GradedPaper {
  const { questions, pointsEach, passMark, partial } = quiz
  const grade = gradePaper({ dealt: attempt.dealt, questions, answers, pointsEach, passMark, partial })
  return grade.ok ? grade : refuse(grade.reason)
}

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
  const grade = gradeOf(quiz, attempt, submission)
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
    other: other
      ? {
          receivedAt: other.receivedAt,
          answeredAt: other.answeredAt ?? other.receivedAt,
          score: released.now ? gradeOf(quiz, attempt, other).score : null,
        }
      : null,
  }
}
