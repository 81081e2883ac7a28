import { completeLesson as contract } from '@/contracts/lesson'
import { checkAnswer, lessonDoneAt, publishedWhen } from '@/domain/lesson'
import { isAddressee } from '@/domain/people'
import { factOf, moveFactAhead, recordOwnFact, standingFact } from '../_data/facts'
import { lessonById } from '../_data/lessons'
import { implement } from '../_kit/action'

/**
 * Two database requests: the caller with the lesson and an earlier completion, and the fact; of an answer that was given first and comes in last, the fact's
 * correction.
 */
export const completeLesson = implement(contract, {
  alongside: ({ lessonId }, { openid }) => ({
    lesson: lessonById(lessonId),
    fact: factOf('lesson', lessonId, openid),
  }),
  allow: ({ caller, found: { lesson }, refuse }) => isAddressee(caller, lesson[0]?.orgId ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, found, refuse }) {
    const lesson = found.lesson[0] ?? refuse('NOT_FOUND')
    // also what was answered while it stood, of one that was taken back since
    const publishedAt = publishedWhen(lesson, input.answeredAt, now) ?? refuse('NOT_FOUND')
    const { explanation, source } = lesson.check
    const earlier = await standingFact(found.fact)
    if (earlier?.withdrawn) return refuse('WITHDRAWN')
    const right = checkAnswer(lesson.check, input.chosen)
    const doneAt = lessonDoneAt({ publishedAt }, input.answeredAt ?? null, now)
    if (earlier) {
      // answered without a network on an earlier day than on another phone
      const stands = right ? await moveFactAhead(caller, earlier, doneAt, now) : earlier
      return { correct: true as const, completedAt: stands.occurredAt, explanation, source }
    }
    if (!right) return { correct: false as const, helps: lesson.check.helps }
    const fact = { kind: 'lesson' as const, activityId: lesson._id, occurredAt: doneAt, recordedAt: now }
    const first = (await recordOwnFact(caller, fact)) ?? refuse('NOT_MEMBER_THEN')
    if (first.withdrawn) return refuse('WITHDRAWN')
    return { correct: true as const, completedAt: first.occurredAt, explanation, source }
  },
})
