import type { OutputOf } from '@/contracts/action'
import type { listNotes, Reflection } from '@/contracts/writing'

export type NoteRow = OutputOf<typeof listNotes>['rows'][number] & { waiting: boolean }
export type ReflectionRow = Pick<Reflection, 'about' | 'title' | 'text'> & {
  state: Reflection['state'] | 'waiting'
  writtenAt: number
}

/** A parcel that waits on the phone, with what it says. */
export interface WaitingText<Input> {
  readonly title: string
  readonly storedAt: number
  readonly input: Input
}

/** Pages one after the other, each note once, as it was written last: what was written meanwhile stands on the first page again. */
export function joinPages(
  pages: readonly Pick<OutputOf<typeof listNotes>, 'rows'>[],
): OutputOf<typeof listNotes>['rows'] {
  const seen = new Set<string>()
  return pages
    .flatMap(({ rows }) => rows)
    .filter(({ lessonId }) => !seen.has(lessonId) && seen.add(lessonId) !== undefined)
}

/** The notes as the person has them: those that wait on this phone stand before, and in the place of, what the server has. */
export function noteRows(
  server: OutputOf<typeof listNotes>['rows'],
  waiting: readonly WaitingText<{ lessonId: string; text: string }>[],
): NoteRow[] {
  const own = waiting.map(({ title, storedAt, input }) => ({
    lessonId: input.lessonId,
    title,
    text: input.text,
    updatedAt: storedAt,
    waiting: true,
  }))
  const newer = new Set(own.map(({ lessonId }) => lessonId))
  const rest = server.filter(({ lessonId }) => !newer.has(lessonId)).map((row) => ({ ...row, waiting: false }))
  // an empty note that waits is one that was removed
  return [...own.filter(({ text }) => text !== ''), ...rest]
}

/** The same for reflections. */
export function reflectionRows(
  server: readonly Reflection[],
  waiting: readonly WaitingText<{ about: Reflection['about']; text: string }>[],
): ReflectionRow[] {
  const keyOf = ({ kind, id }: Reflection['about']) => `${kind}.${id}`
  const own = waiting.map(({ title, storedAt, input }) => ({
    about: input.about,
    title,
    text: input.text,
    writtenAt: storedAt,
    state: 'waiting' as const,
  }))
  const newer = new Set(own.map(({ about }) => keyOf(about)))
  return [...own, ...server.filter(({ about }) => !newer.has(keyOf(about)))]
}
