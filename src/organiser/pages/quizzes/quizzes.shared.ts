import type { OutputOf } from '@/contracts/action'
import type { listQuizzes } from '@/contracts/plan'

export type QuizPage = OutputOf<typeof listQuizzes>

/** A further page after what is shown; what moved between two pages is shown once. */
export function withPage(shown: QuizPage, more: QuizPage): QuizPage {
  const known = new Set(shown.quizzes.map(({ id }) => id))
  return { ...shown, next: more.next, quizzes: [...shown.quizzes, ...more.quizzes.filter(({ id }) => !known.has(id))] }
}
