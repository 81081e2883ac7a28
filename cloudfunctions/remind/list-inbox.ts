import { listInbox as contract } from '@/contracts/remind'
import { countUnread, inboxOf } from '../_data/reminders'
import { implement } from '../_kit/action'

const A_PAGE = 50

export const listInbox = implement(contract, {
  // everyone's own, and nobody else's
  allow: () => true,
  async handle({ caller, input }) {
    const personId = caller.person._id
    const [{ rows, next }, unread] = await Promise.all([inboxOf(personId, input.before, A_PAGE), countUnread(personId)])
    return {
      unread,
      rows: rows.map(({ _id: id, cause, kind, fromOrgName, text, activityId, sentAt, readAt, ...about }) => ({
        ...{ id, cause, kind, fromOrgName, text, activityId },
        entry: about.entry ?? null,
        attemptId: about.attemptId ?? null,
        report: about.report ?? null,
        sentAt: sentAt ?? 0,
        read: readAt !== null,
      })),
      next,
    }
  },
})
