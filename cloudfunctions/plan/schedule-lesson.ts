import { caseSentences } from '@/contracts/errors'
import { scheduleLesson as contract } from '@/contracts/plan-lessons'
import { FURTHEST_LESSON_MS, lessonState, SHELVED_AT } from '@/domain/lesson'
import { canPublishLesson } from '@/domain/people'
import { writeAudit } from '../_data/audit'
import { isTaken, lessonWithOrg, movePublication } from '../_data/lesson-desk'
import { implement } from '../_kit/action'
import { lessonRows } from './lesson-rows'
import { joined } from './managed'

/** A lesson is taken off the phones first and then looked at once more: whoever completed it in between puts it back. */
export const scheduleLesson = implement(contract, {
  alongside: ({ lessonId }) => ({ lesson: lessonWithOrg(lessonId) }),
  allow: ({ caller, found }) => canPublishLesson(caller, joined(found.lesson).org.path),
  async handle({ caller, input, now, requestId, found, refuse }) {
    const { row: lesson, org } = joined(found.lesson)
    const { _id: object, publishedAt } = lesson
    const { to } = input
    const at = to.type === 'shelf' ? SHELVED_AT : to.type === 'at' ? Math.max(now, to.at) : now
    const state = lessonState(lesson, now)
    // sent again, it is there already
    const done = to.type === 'now' ? state === 'published' : publishedAt === at
    if (!done) {
      if (input.was !== (state === 'shelved' ? null : publishedAt)) {
        return refuse('CHANGED_MEANWHILE', 'lesson', caseSentences.lessonChanged.say)
      }
      if (to.type === 'at' && at - now > FURTHEST_LESSON_MS) {
        return refuse('PLAN_TIMES', 'lesson', caseSentences.lessonTimes.say)
      }
      // what is published is on the phones: it is taken back whole, or stays
      if (state === 'published' && (await isTaken(object))) return refuse('LESSON_TAKEN')
      const withdrawn = state === 'published' ? { at: now, publishedAt } : (lesson.withdrawn ?? null)
      if (!(await movePublication(object, publishedAt, at, at > now ? withdrawn : null))) return refuse('BUSY')
      if (state === 'published' && (await isTaken(object))) {
        await movePublication(object, at, publishedAt, null)
        return refuse('LESSON_TAKEN')
      }
      const line = { actor: caller.person._id, action: 'scheduleLesson', object, at: now, requestId }
      await writeAudit({ _id: `${requestId}.scheduleLesson`, ...line })
    }
    const rows = await lessonRows(org._id, [{ ...lesson, publishedAt: done ? publishedAt : at }], now)
    return rows[0] ?? refuse('NOT_FOUND')
  },
})
