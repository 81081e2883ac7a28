import type { MessageTemplate } from '@/contracts/me'
import type { ReminderDoc, SendingDoc } from '../_data/documents'

interface About {
  readonly personId: string
  readonly text: string
  readonly template?: MessageTemplate | null
  readonly activityId?: string | null
  readonly entry?: ReminderDoc['entry']
  readonly attemptId?: string
  readonly report?: ReminderDoc['report']
  /** Which of several times somebody is told of the same activity. */
  readonly mark?: string
  readonly until?: number | null
}

/** A reminder by an order, not sent yet. */
export function reminderOf(sending: SendingDoc, about: About): ReminderDoc {
  const {
    personId,
    text,
    template = 'reminder',
    activityId = null,
    entry,
    attemptId,
    report,
    mark,
    until = null,
  } = about
  const { cause, kind, fromOrgName, from, to, dueAt, day } = sending
  return {
    // what others remind of comes once a day, whoever does it; the rest once for each activity and time
    _id:
      sending.personId === null
        ? `${personId}.${mark ? `${cause}-${mark}` : cause}.${activityId}`
        : `${personId}.${day}`,
    personId,
    cause,
    kind,
    template,
    fromOrgName,
    sentBy: sending.personId,
    sendingId: sending._id,
    text,
    activityId,
    ...(entry && { entry }),
    ...(attemptId !== undefined && { attemptId }),
    ...(report && { report }),
    until,
    from,
    // whoever takes part before it goes out does not need it, also on a later day
    to: [to, day].sort()[1] ?? to,
    dueAt,
    state: 'waiting',
    open: true,
    sentAt: null,
    via: null,
    readAt: null,
  }
}
