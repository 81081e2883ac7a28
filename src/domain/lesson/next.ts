import type { Track } from '@/contracts/lesson'

/** The order in which lessons are due: 必修, then 基础, then 选修. */
const trackOrder: readonly Track[] = ['required', 'basic', 'elective']

interface ListedLesson {
  readonly id: string
  readonly track: Track
  readonly publishedAt: number
}

/**
 * What to learn after a lesson: of those not completed, other than this one, the first by track, then by age. null when none is left.
 * @param completed ids of the lessons that were completed
 */
export function nextLesson<Lesson extends ListedLesson>(
  lessons: readonly Lesson[],
  completed: ReadonlySet<string>,
  currentId: string,
): Lesson | null {
  const left = lessons.filter(({ id }) => id !== currentId && !completed.has(id))
  left.sort(
    (a, b) =>
      trackOrder.indexOf(a.track) - trackOrder.indexOf(b.track) ||
      a.publishedAt - b.publishedAt ||
      (a.id < b.id ? -1 : 1),
  )
  return left[0] ?? null
}
