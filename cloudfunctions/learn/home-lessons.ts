import type { LessonRow } from '@/contracts/learn'
import type { LessonSummary } from '../_data/lessons'

/** How many lessons the home page shows that are still to be done. */
const MOST_DUE = 6

/** Those not completed, required ones first and the newest first among them; then the one completed last; and how many are left. */
export function homeLessons(
  lessons: readonly LessonSummary[],
  completedAt: ReadonlyMap<string, number>,
): { lessons: LessonRow[]; lessonsLeft: number } {
  const due = lessons.filter(({ _id }) => !completedAt.has(_id))
  const required = due.filter(({ track }) => track === 'required')
  const first = [...required, ...due.filter(({ track }) => track !== 'required')].slice(0, MOST_DUE)
  const at = ({ _id }: LessonSummary) => completedAt.get(_id) ?? 0
  const last = lessons.filter(({ _id }) => completedAt.has(_id)).sort((a, b) => at(b) - at(a))
  const rows = [...first, ...last.slice(0, 1)].map(({ _id: id, title, track, minutes }) => {
    return { id, title, track, minutes, completed: completedAt.has(id) }
  })
  return { lessons: rows, lessonsLeft: due.length }
}
