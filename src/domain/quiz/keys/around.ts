import { type KeyCorrection, questionsBefore } from './corrections'
import type { MarkingQuiz } from './standing-mark'

/** A quiz as it was just before one of its corrections held, and just after, whatever was corrected since; `place`: how many held before it. null: it does not hold. */
export function aroundCorrection(
  quiz: MarkingQuiz,
  correctionId: string,
): { before: MarkingQuiz; after: MarkingQuiz; correction: KeyCorrection; place: number } | null {
  const all = quiz.corrections ?? []
  const place = all.findIndex(({ id }) => id === correctionId)
  const correction = all[place]
  if (!correction) return null
  const first = (count: number): MarkingQuiz => ({
    ...quiz,
    questions: questionsBefore(quiz.questions, all.slice(count)),
    corrections: all.slice(0, count),
  })
  return { before: first(place), after: first(place + 1), correction, place }
}
