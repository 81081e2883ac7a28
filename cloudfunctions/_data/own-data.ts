import { alongside } from './alongside'
import { remove } from './database'
import type { BindingDoc, PhoneDoc } from './documents'
import { ownLetterCount } from './letters'
import { latestRevisionsOnly, ownCount, ownDocuments } from './own'
import { subscriptionsOf } from './subscriptions'

/** Everything about the caller that is counted or told in words on the page 我的数据; read with the caller. */
export const ownData = (openid: string) => ({
  binding: alongside<BindingDoc>('bindings', { $match: { _id: openid } }, { $limit: 1 }),
  phone: ownDocuments<Pick<PhoneDoc, '_id'>>(openid, 'phones', '_id', { $project: { _id: 1 } }),
  participations: ownCount(openid, 'facts', ...latestRevisionsOnly, { $match: { withdrawn: false } }),
  attempts: ownCount(openid, 'attempts'),
  notes: ownCount(openid, 'notes'),
  reflections: ownCount(openid, 'reflections'),
  reviews: ownCount(openid, 'reviews', { $unwind: '$reviews' }),
  letters: ownLetterCount(openid),
  subscriptions: subscriptionsOf(openid),
})

/** What is a person's own and no record of the organisation's. */
const writings = ['notes', 'reflections', 'reviews'] as const

/** Deletes it, for good. Safe to repeat. */
export async function deleteWritings(personId: string): Promise<void> {
  for (const collection of writings) await remove(collection, { personId })
}
