import type { Review } from '@/contracts/handbook'
import type { Cursor } from '@/domain/handbook/cursor'
import { alongside } from './alongside'
import { _, find, insertOnce } from './database'
import type { ReviewBatchDoc } from './documents'

const idOf = (personId: string, key: string) => `${personId}.${key}`
const keyOf = ({ _id, personId }: ReviewBatchDoc) => _id.slice(personId.length + 1)

/** The caller's batch with this key, if it was kept before; correlated by the person that the caller is. */
export const ownBatch = (openid: string, key: string) =>
  alongside<ReviewBatchDoc>(
    'bindings',
    { $match: { _id: openid } },
    { $limit: 1 },
    { $project: { batchId: { $concat: ['$personId', '.', key] } } },
    { $lookup: { from: 'reviews', localField: 'batchId', foreignField: '_id', as: 'batch' } },
    { $unwind: '$batch' },
    { $replaceRoot: { newRoot: '$batch' } },
  )

/** Keeps a batch, once. */
export const keepBatch = (personId: string, key: string, keptAt: number, reviews: Review[]) =>
  insertOnce<ReviewBatchDoc>('reviews', { _id: idOf(personId, key), personId, keptAt, reviews })

/** At most 10 batches of at most 200 reviews, some 150 KB. */
const PAGE = 10

/** The next batches of a person after a place in their order, with the place of the last one. */
export async function batchesAfter(personId: string, { at, batch }: Cursor) {
  const later = { personId, keptAt: _.gt(at) }
  const sameInstant = { personId, keptAt: at, _id: _.gt(idOf(personId, batch)) }
  const found = await find<ReviewBatchDoc>(
    'reviews',
    _.or([later, sameInstant]) as unknown as Record<string, unknown>,
    {
      orderBy: [
        ['keptAt', 'asc'],
        ['_id', 'asc'],
      ],
      limit: PAGE + 1,
    },
  )
  const batches = found.slice(0, PAGE)
  const last = batches[batches.length - 1]
  return { batches, last: last ? { at: last.keptAt, batch: keyOf(last) } : null, more: found.length > PAGE }
}
