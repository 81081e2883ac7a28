import { alongside } from './alongside'
import { leftWithWritings } from './bindings'
import { _, remove, update } from './database'
import type { BindingDoc, ConsentDoc, PhoneDoc } from './documents'
import { ownLetterCount } from './letters'
import { latestRevisionsOnly, ownCount, ownDocuments } from './own'
import { subscriptionsOf } from './subscriptions'

const MOST_CONSENTS = 20

/** The lines of the audit log about the caller. */
const ownAuditCount = (openid: string) =>
  alongside<{ count: number }>(
    'bindings',
    { $match: { _id: openid } },
    { $limit: 1 },
    { $lookup: { from: 'audit', localField: 'personId', foreignField: 'object', as: 'own' } },
    { $unwind: '$own' },
    { $count: 'count' },
  )

/** Everything about the caller that is counted or told in words on the page 我的数据 (personal.ts says which collection is told where); read with the caller. */
export const ownData = (openid: string) => ({
  binding: alongside<BindingDoc>('bindings', { $match: { _id: openid } }, { $limit: 1 }),
  consents: ownDocuments<ConsentDoc>(openid, 'consents', 'personId', { $sort: { at: -1 } }, { $limit: MOST_CONSENTS }),
  phone: ownDocuments<Pick<PhoneDoc, '_id'>>(openid, 'phones', '_id', { $project: { _id: 1 } }),
  participations: ownCount(openid, 'facts', ...latestRevisionsOnly, { $match: { withdrawn: false } }),
  attempts: ownCount(openid, 'attempts'),
  // a paper that the phone handed in when its time was over keeps the draft from which it was made
  drafts: ownCount(openid, 'attempts', { $match: { draft: { $ne: null }, submission: null } }),
  leaves: ownCount(openid, 'attendances', { $match: { leave: { $ne: null } } }),
  lateScans: ownCount(openid, 'attendances', { $match: { lateScan: { $ne: null } } }),
  notes: ownCount(openid, 'notes', { $match: { text: { $ne: '' } } }),
  reflections: ownCount(openid, 'reflections'),
  reviews: ownCount(openid, 'reviews', { $unwind: '$reviews' }),
  letters: ownLetterCount(openid),
  reminders: ownCount(openid, 'reminders'),
  moves: ownCount(openid, 'moves'),
  audit: ownAuditCount(openid),
  subscriptions: subscriptionsOf(openid),
})

/** What is a person's own and no record of the organisation's. */
const writings = ['notes', 'reflections', 'reviews'] as const

/** Deletes it, for good, and what they added in words to a leave. Safe to repeat. */
export async function deleteWritings(personId: string): Promise<void> {
  for (const collection of writings) await remove(collection, { personId })
  await update('attendances', { personId, 'leave.note': _.gt('') }, { 'leave.note': '' })
}

/** So long after leaving it is looked for what was still on its way: the check of a text takes seconds, a platform's repeat minutes. */
const AFTER_LEAVING_MS = 3_600_000

/**
 * Deletes what came in for people who have just left with their writings: a call that had begun before they left writes after it. Whoever has come back
 * meanwhile keeps everything. How many people it was.
 */
export async function deleteLateWritings(now: number): Promise<number> {
  const personIds = await leftWithWritings(now - AFTER_LEAVING_MS)
  for (const personId of personIds) await deleteWritings(personId)
  return personIds.length
}
