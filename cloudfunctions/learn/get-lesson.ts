import { getLesson as contract, type LessonBlock } from '@/contracts/lesson'
import { nextLesson } from '@/domain/lesson'
import { validFacts } from '@/domain/participation/fact'
import { isAddressee } from '@/domain/people'
import type { StoredBlock } from '../_data/documents'
import { factOf, lessonFactsOf, standingFact } from '../_data/facts'
import { lessonBody, lessonById, publishedLessons } from '../_data/lessons'
import { ownNote } from '../_data/notes'
import { implement } from '../_kit/action'

/** One database request: the caller with the lesson, their completions and note, and the other lessons; one more for a completion that was corrected often. */
export const getLesson = implement(contract, {
  alongside: ({ lessonId }, { openid, now }) => ({
    lesson: lessonById(lessonId),
    body: lessonBody(lessonId),
    fact: factOf('lesson', lessonId, openid),
    done: lessonFactsOf(openid),
    note: ownNote(lessonId, openid),
    lessons: publishedLessons(now, 200),
  }),
  allow: ({ caller, found: { lesson }, refuse }) => isAddressee(caller, lesson[0]?.orgId ?? refuse('NOT_FOUND')),
  async handle({ now, found, refuse }) {
    const lesson = found.lesson[0] ?? refuse('NOT_FOUND')
    if (lesson.publishedAt > now) refuse('NOT_FOUND')
    const { _id: id, title, track, minutes, check, questions, chapter } = lesson
    const completion = await standingFact(found.fact)
    const note = found.note[0]
    const others = found.lessons.map((one) => ({ ...one, id: one._id }))
    const next = nextLesson(others, new Set(validFacts(found.done).map(({ activityId }) => activityId)), id)
    return {
      id,
      title,
      track,
      minutes,
      blocks: (found.body[0]?.blocks ?? []).map(withoutFile),
      // named one by one: the key and the explanation stay here
      check: { kind: check.kind, stem: check.stem, options: check.options },
      questions,
      chapter,
      completedAt: completion && !completion.withdrawn ? completion.occurredAt : null,
      note: note ? { text: note.text, updatedAt: note.updatedAt } : null,
      next: next && { id: next.id, title: next.title },
    }
  },
})

/** Files are given out as addresses only, by `getMedia`. */
function withoutFile(block: StoredBlock): LessonBlock {
  if (!('fileId' in block)) return block
  const { fileId: _fileId, ...shown } = block
  return shown
}
