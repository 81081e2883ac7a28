import { alongside } from './alongside'
import { _, count, find, findByIds, insertOnce, update } from './database'
import type { ReminderDoc } from './documents'

const SIDE_BY_SIDE = 20

/**
 * Writes reminders, each once; how many of them are by this order (also from an earlier try of the same step), and how many people had one already.
 * One request a reminder, and one for all.
 */
export async function addReminders(wanted: readonly ReminderDoc[]): Promise<{ own: number; already: number }> {
  if (wanted.length === 0) return { own: 0, already: 0 }
  const ids = wanted.map(({ _id }) => _id)
  const fields = ['sendingId']
  const known = new Set((await findByIds<ReminderDoc>('reminders', ids, { fields })).map(({ _id }) => _id))
  const news = wanted.filter(({ _id }) => !known.has(_id))
  for (let i = 0; i < news.length; i += SIDE_BY_SIDE) {
    await Promise.all(news.slice(i, i + SIDE_BY_SIDE).map((one) => insertOnce('reminders', one)))
  }
  const written = await findByIds<ReminderDoc>('reminders', ids, { fields })
  const own = written.filter(({ _id, sendingId }) =>
    wanted.some((one) => one._id === _id && one.sendingId === sendingId),
  )
  return { own: own.length, already: written.length - own.length }
}

/** How many reminders there are by an order. */
export const countOfSending = (sendingId: string) => count('reminders', { sendingId })

/** How long a worker may be on one: whoever died in between has lost its message, never sent it twice. */
const UNDER_WAY_MS = 120_000

/** Reminders that are due, the oldest first. `sendingId`: of this order only. */
export const dueReminders = (now: number, limit: number, sendingId?: string) =>
  find<ReminderDoc>(
    'reminders',
    { open: true, dueAt: _.lte(now), ...(sendingId !== undefined && { sendingId }) },
    { orderBy: [['dueAt', 'asc']], limit },
  )

/** Takes one up: false when somebody else has. From now on it does not go out a second time, whatever happens. */
export const takeUp = async ({ _id }: ReminderDoc, now: number): Promise<boolean> =>
  (await update('reminders', { _id, state: 'waiting' }, { state: 'sending', sentAt: now })) === 1

/** It is in the inbox; `message`: and WeChat has told it. */
export const markSent = ({ _id }: Pick<ReminderDoc, '_id'>, via: 'message' | 'inbox') =>
  update('reminders', { _id, state: 'sending' }, { state: 'sent', open: false, via })

/** It is no more needed. */
export const dropReminder = ({ _id }: Pick<ReminderDoc, '_id'>) =>
  update('reminders', { _id, state: 'waiting' }, { state: 'dropped', open: false })

/** Whether whoever took it up must have died: it is then in the inbox only. */
export const isAbandoned = ({ state, sentAt }: ReminderDoc, now: number): boolean =>
  state === 'sending' && (sentAt ?? 0) < now - UNDER_WAY_MS

const shown = { state: _.in(['sending', 'sent']) }

/** Several that reached a person in the same moment are never parted: so many at most, as nobody is told more at once. */
const AT_ONCE = 50

/**
 * What a person was told before an instant (null: all), latest first: a page of so many, and those that came in the same moment as its last. `next`: before which the
 * next page begins; null: there is none.
 */
export async function inboxOf(
  personId: string,
  before: number | null,
  page: number,
): Promise<{ rows: ReminderDoc[]; next: number | null }> {
  const found = await find<ReminderDoc>(
    'reminders',
    { personId, ...shown, sentAt: before === null ? _.gt(0) : _.lt(before).and(_.gt(0)) },
    { orderBy: [['sentAt', 'desc']], limit: page + AT_ONCE },
  )
  const last = found[page - 1]?.sentAt ?? null
  const rows = last === null ? found : found.filter(({ sentAt }, i) => i < page || sentAt === last)
  return { rows, next: rows.length < found.length ? last : null }
}

export const countUnread = (personId: string) => count('reminders', { personId, ...shown, readAt: null })

/** Notes that a person has seen everything up to an instant. */
export const markRead = (personId: string, until: number, now: number) =>
  update('reminders', { personId, ...shown, readAt: null, sentAt: _.lte(until) }, { readAt: now })

/** Of what the caller has not read, the ids; read with the caller. At most 100. */
export const unreadOf = (openid: string) =>
  alongside<Pick<ReminderDoc, '_id'>>(
    'bindings',
    { $match: { _id: openid } },
    { $limit: 1 },
    { $lookup: { from: 'reminders', localField: 'personId', foreignField: 'personId', as: 'own' } },
    { $unwind: '$own' },
    { $match: { 'own.readAt': null, 'own.state': { $in: ['sending', 'sent'] } } },
    { $limit: 100 },
    { $project: { _id: '$own._id' } },
  )
