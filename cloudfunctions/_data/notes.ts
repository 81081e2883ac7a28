import { alongside } from './alongside'
import { _, find, findById, insertOnce, update, whole } from './database'
import type { NoteDoc } from './documents'

/** The caller's own note on a lesson, read with the caller; correlated by the person that the caller is. */
export const ownNote = (lessonId: string, openid: string) =>
  alongside<NoteDoc>(
    'bindings',
    { $match: { _id: openid } },
    { $limit: 1 },
    { $project: { noteId: { $concat: [`${lessonId}.`, '$personId'] } } },
    { $lookup: { from: 'notes', localField: 'noteId', foreignField: '_id', as: 'note' } },
    { $unwind: '$note' },
    { $replaceRoot: { newRoot: '$note' } },
  )

export const findNote = (lessonId: string, personId: string) => findById<NoteDoc>('notes', `${lessonId}.${personId}`)

/**
 * Writes a note in the place of the version that was read (null: of none). false: another one was faster.
 */
export async function writeNote(note: NoteDoc, replaces: NoteDoc | null): Promise<boolean> {
  if (replaces === null) return (await insertOnce('notes', note)) === 'inserted'
  const { text, updatedAt, pen, sides = [] } = note
  const was = { _id: note._id, updatedAt: replaces.updatedAt }
  return (await update('notes', was, { text, updatedAt, pen: pen === null ? null : whole(pen), sides })) === 1
}

/** A person's notes, latest first, written before an instant (null: whenever), without the removed ones; at most `most`. */
export const notesBefore = (personId: string, before: number | null, most: number) =>
  find<Pick<NoteDoc, '_id' | 'lessonId' | 'text' | 'updatedAt'>>(
    'notes',
    { personId, text: _.neq(''), ...(before === null ? {} : { updatedAt: _.lt(before) }) },
    {
      orderBy: [
        ['updatedAt', 'desc'],
        ['_id', 'asc'],
      ],
      limit: most,
      fields: ['lessonId', 'text', 'updatedAt'],
    },
  )
