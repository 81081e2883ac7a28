import { getLesson as contract } from '@/contracts/lesson'
import { isAddressee } from '@/domain/people'
import { factOf, standingFact } from '../_data/facts'
import { lessonById } from '../_data/lessons'
import { implement } from '../_kit/action'

export const getLesson = implement(contract, {
  alongside: ({ lessonId }, { openid }) => ({ lesson: lessonById(lessonId), fact: factOf('lesson', lessonId, openid) }),
  allow: ({ caller, found: { lesson }, refuse }) => isAddressee(caller, lesson[0]?.orgId ?? refuse('NOT_FOUND')),
  async handle({ now, found, refuse }) {
    const lesson = found.lesson[0] ?? refuse('NOT_FOUND')
    if (lesson.publishedAt > now) refuse('NOT_FOUND')
    const { _id: id, title, track, minutes, sections, check } = lesson
    const completion = await standingFact(found.fact)
    return {
      id,
      title,
      track,
      minutes,
      sections,
      // named one by one: the key and the explanation stay here
      check: { kind: check.kind, stem: check.stem, options: check.options },
      completedAt: completion && !completion.withdrawn ? completion.occurredAt : null,
    }
  },
})
