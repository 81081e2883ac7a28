import type { QuizMode } from '@/contracts/quiz'

/** Which papers of a person are analysed. */
export type Which = 'first' | 'all'

/**
 * Of each person the first paper that the server received: no key had been shown then, and further attempts build on it (Moodle's default too). Of a daily series
 * all: every day has other questions until each has come once.
 * Source: Moodle, "Quiz statistics calculations", Quizzes that allow multiple attempts; decision 11 for why the first that arrived.
 */
export const whichOf = (mode: QuizMode): Which => (mode === 'daily' ? 'all' : 'first')

/** @param papers of one person that were handed in */
export function choosePapers<P extends { readonly number: number; readonly submission: { receivedAt: number } }>(
  papers: readonly P[],
  which: Which,
): P[] {
  if (which === 'all') return [...papers]
  const byArrival = [...papers].sort((a, b) => a.submission.receivedAt - b.submission.receivedAt || a.number - b.number)
  return byArrival.slice(0, 1)
}
