import type { Draft, KeyRelease, Paper } from '@/contracts/quiz'
import { arriveByOf } from './arrival'
import type { DealtQuestion, Question } from './question'
import { showPaper } from './show'
import type { QuizTimes } from './window'

interface ShownQuiz extends QuizTimes {
  readonly _id: string
  readonly title: string
  readonly partial: Paper['partial']
  readonly release: KeyRelease
  readonly graceHours: number
  readonly pointsEach: number
  readonly questions: readonly Question[]
}

interface ShownAttempt {
  readonly _id: string
  readonly number: number
  readonly dealtAt: number
  readonly deadlineAt: number
  readonly along: boolean
  readonly openedAt: number | null
  readonly dealt: readonly DealtQuestion[]
}

/** A dealt paper as its member is shown it, and as its maker sees it before anybody: one rule for both. Throws when the paper does not fit its quiz. */
export const paperOf = (quiz: ShownQuiz, attempt: ShownAttempt, draft: Draft | null, now: number): Paper => ({
  attemptId: attempt._id,
  quizId: quiz._id,
  title: quiz.title,
  mode: quiz.mode,
  number: attempt.number,
  minutes: quiz.minutes,
  partial: quiz.partial,
  dealtAt: attempt.dealtAt,
  deadlineAt: attempt.deadlineAt,
  arriveBy: arriveByOf(quiz, attempt.deadlineAt),
  along: attempt.along,
  openedAt: attempt.openedAt,
  now,
  draft,
  items: showPaper(attempt.dealt, quiz.questions, quiz.pointsEach),
})
