import type { OutputOf } from '@/contracts/action'
import type { getLesson } from '@/contracts/lesson'
import type { listNotes, Reflection } from '@/contracts/writing'
import { cacheNames } from '../cache/cache'
import type { Cache } from '../cache/cache.shared'
import type { ServerNote } from './note.shared'

type Lesson = OutputOf<typeof getLesson>
type NoteRows = OutputOf<typeof listNotes>

/** What the phone keeps of a lesson and of the list of notes, with a note that the server has taken. */
export function rememberNote(cache: Cache, lessonId: string, note: ServerNote): void {
  const lesson = cache.read<Lesson>(cacheNames.lesson(lessonId))?.data
  if (lesson) cache.write(cacheNames.lesson(lessonId), { ...lesson, note })
  const list = cache.read<NoteRows>(cacheNames.notes)?.data
  if (!list) return
  const others = list.rows.filter((row) => row.lessonId !== lessonId)
  const title = lesson?.title ?? list.rows.find((row) => row.lessonId === lessonId)?.title ?? '微党课'
  const { text, updatedAt } = note
  cache.write(cacheNames.notes, {
    ...list,
    rows: text === '' ? others : [{ lessonId, title, text, updatedAt }, ...others],
  })
}

/** The phone's list of one's own reflections, with one that the branch has. */
export function rememberReflection(cache: Cache, reflection: Reflection): void {
  const rows = cache.read<{ rows: Reflection[] }>(cacheNames.ownReflections)?.data.rows ?? []
  cache.write(cacheNames.ownReflections, { rows: [reflection, ...rows.filter(({ id }) => id !== reflection.id)] })
}
