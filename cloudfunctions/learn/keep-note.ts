import { keepNote as contract } from '@/contracts/writing'
import { decideNote } from '@/domain/lesson'
import { isAddressee } from '@/domain/people'
import type { NoteDoc } from '../_data/documents'
import { lessonById } from '../_data/lessons'
import { findNote, ownNote, writeNote } from '../_data/notes'
import { checkText } from '../_data/text-check'
import { implement } from '../_kit/action'

const MOST_TRIES = 4

/**
 * Two database requests: the caller with the lesson and the earlier note, and the note; two more for each time that another phone was faster. A note is
 * for nobody else, so what the check would have a person look at is kept as it is; only what it refuses is not.
 */
export const keepNote = implement(contract, {
  alongside: ({ lessonId }, { openid }) => ({ lesson: lessonById(lessonId), note: ownNote(lessonId, openid) }),
  allow: ({ caller, found: { lesson }, refuse }) => isAddressee(caller, lesson[0]?.orgId ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, found, refuse }) {
    const lesson = found.lesson[0]
    if (!lesson || lesson.publishedAt > now) return refuse('NOT_FOUND')
    const { person, openid } = caller
    let kept: NoteDoc | null = found.note[0] ?? null
    let checked = false
    for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
      const decision = decideNote(kept && { ...kept, writtenAt: kept.updatedAt, sides: kept.sides ?? [] }, input)
      if (decision.note === 'tooLong') return refuse('NOTE_TOO_LONG')
      if (decision.note === 'keep' && kept) return { text: kept.text, updatedAt: kept.updatedAt }
      // what was kept before was checked then
      if (!checked && (await checkText(openid, input.text)) === 'refused') return refuse('TEXT_REFUSED')
      checked = true
      const { text, pen, sides } = decision.note === 'write' ? decision : { ...input, sides: [] }
      const note: NoteDoc = {
        _id: `${lesson._id}.${person._id}`,
        personId: person._id,
        lessonId: lesson._id,
        text,
        updatedAt: Math.max(now, (kept?.updatedAt ?? 0) + 1),
        pen,
        sides: [...sides],
      }
      if (await writeNote(note, kept)) return { text, updatedAt: note.updatedAt }
      kept = await findNote(lesson._id, person._id)
    }
    return refuse('BUSY')
  },
})
