import type { Verdict } from '@/contracts/quiz'

/** How many lessons a result names. */
const MOST_LESSONS = 3

/** The lessons that help with most of what was not right, at most 3; of equally helpful ones in the order given. */
export function explainingLessons<L extends { readonly questions: readonly string[] }>(
  items: readonly { readonly questionId: string; readonly verdict: Verdict }[],
  lessons: readonly L[],
): L[] {
  const missed = new Set(items.filter(({ verdict }) => verdict !== 'right').map(({ questionId }) => questionId))
  const helps = lessons.map((lesson) => ({ lesson, with: lesson.questions.filter((id) => missed.has(id)).length }))
  return helps
    .filter((one) => one.with > 0)
    .sort((a, b) => b.with - a.with)
    .slice(0, MOST_LESSONS)
    .map(({ lesson }) => lesson)
}
