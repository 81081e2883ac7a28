import type { Result } from '@/contracts/quiz'
import { gradePaper, showResult } from '@/domain/quiz'
import type { AttemptDoc, QuizDoc } from '../_data/documents'
import { refuse } from '../_kit/refusal'

type Submission = NonNullable<AttemptDoc['submission']>

/** The result of an attempt, derived from what was dealt and what came in: marks are never stored. Throws ANSWERS_DO_NOT_FIT. */
export function resultOf(quiz: QuizDoc, attempt: AttemptDoc, submission: Submission): Result {
  const { questions, pointsEach, passMark } = quiz
  const grade = gradePaper({ dealt: attempt.dealt, questions, answers: submission.answers, pointsEach, passMark })
  if (!grade.ok) return refuse(grade.reason)
  return {
    attemptId: attempt._id,
    quizId: quiz._id,
    title: quiz.title,
    number: attempt.number,
    submittedAt: submission.at,
    score: grade.score,
    maxScore: grade.maxScore,
    passMark,
    passed: grade.passed,
    counts: grade.counts,
    attemptsLeft: Math.max(0, quiz.attemptsAllowed - attempt.number),
    items: showResult(attempt.dealt, questions, pointsEach, grade.items),
  }
}
