import { draftsKv } from '../cache/drafts-kv'
import type { LessonPlace } from './lesson-place.shared'

const keyOf = (lessonId: string) => `lesson-at:${lessonId}`

/** Where somebody is in a lesson, written at every step; it stays on the phone. */
export const lessonPlace = {
  read: (lessonId: string): LessonPlace | null => draftsKv.read<LessonPlace>(keyOf(lessonId)),
  write: (lessonId: string, place: LessonPlace): boolean => draftsKv.write(keyOf(lessonId), place),
}
