import { alongside } from './alongside'
import type { CollectionName } from './collections'

/**
 * Documents of the person that the caller is, read with the caller.
 * @param foreignField which of their fields names the person; it must be indexed
 * @param stages what is made of them
 */
export const ownDocuments = <T>(
  openid: string,
  from: CollectionName,
  foreignField: string,
  ...stages: readonly Record<string, unknown>[]
) =>
  alongside<T>(
    'bindings',
    { $match: { _id: openid } },
    { $limit: 1 },
    { $lookup: { from, localField: 'personId', foreignField, as: 'own' } },
    { $unwind: '$own' },
    { $replaceRoot: { newRoot: '$own' } },
    ...stages,
  )

/** How many they are: a list of one, or of none for nothing. */
export const ownCount = (openid: string, from: CollectionName, ...stages: readonly Record<string, unknown>[]) =>
  ownDocuments<{ count: number }>(openid, from, 'personId', ...stages, { $count: 'count' })

/** Of entries of the ledger: the latest revision of each fact, which is what counts. */
export const latestRevisionsOnly: readonly Record<string, unknown>[] = [
  { $sort: { revision: -1 } },
  { $group: { _id: { kind: '$kind', activityId: '$activityId' }, latest: { $first: '$$ROOT' } } },
  { $replaceRoot: { newRoot: '$latest' } },
]
