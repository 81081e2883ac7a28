import { DAY_MS } from '../time/day'

/** When a lesson that is on the shelf would be published: never. Lists of what is published need no other condition. */
export const SHELVED_AT = Date.UTC(2099, 11, 31)

/** What these rules need of a stored lesson. */
interface Published {
  readonly publishedAt: number
  readonly withdrawn?: { readonly at: number; readonly publishedAt: number } | null
}

export type LessonState = 'shelved' | 'scheduled' | 'published'

export function lessonState({ publishedAt }: Published, now: number): LessonState {
  if (publishedAt >= SHELVED_AT) return 'shelved'
  return publishedAt > now ? 'scheduled' : 'published'
}

/** How far ahead a lesson can be scheduled. */
export const FURTHEST_LESSON_MS = 366 * DAY_MS

/**
 * The instant of publication by which an answer counts; null: it was not published for whoever answered. One that was taken back meanwhile still takes what was
 * answered while it stood: the answer was on its way.
 * @param answeredAt when the phone says that it was answered; undefined: when it arrives
 */
export function publishedWhen(lesson: Published, answeredAt: number | undefined, now: number): number | null {
  if (lesson.publishedAt <= now) return lesson.publishedAt
  const { withdrawn } = lesson
  if (!withdrawn || answeredAt === undefined) return null
  return answeredAt >= withdrawn.publishedAt && answeredAt < withdrawn.at ? withdrawn.publishedAt : null
}

const CHARACTERS_A_MINUTE = 250

/** Minutes to read so many characters aloud, unhurried; at least one. */
export const readingMinutes = (characters: number): number => Math.max(1, Math.round(characters / CHARACTERS_A_MINUTE))
