import type { ParticipationKind } from '@/contracts/common'
import { makeFact } from '@/domain/participation/fact'
import { alongside } from './alongside'
import type { Caller } from './callers'
import { _, find, findAll, findById, insertOnce, isIn, update } from './database'
import type { FactDoc } from './documents'

type OwnFact = Pick<FactDoc, 'kind' | 'activityId' | 'occurredAt' | 'recordedAt'>

const ownFact = ({ person: { _id: id, seat, orgId, mobile } }: Caller, fact: OwnFact) =>
  makeFact({ ...fact, person: { id, seat, orgId, mobile }, channel: 'self' })

/** Records that the caller took part, themselves. A repeat is the same fact: the first one stands. */
export const recordOwnFact = (caller: Caller, fact: OwnFact) => insertOnce('facts', ownFact(caller, fact))

/** The same, and gives the fact that stands; one request more when another phone was faster. */
export async function recordFirstFact(caller: Caller, fact: OwnFact): Promise<FactDoc> {
  const own = ownFact(caller, fact)
  if ((await insertOnce('facts', own)) === 'inserted') return own
  return (await findById<FactDoc>('facts', own._id)) ?? own
}

/** The caller's own fact of an activity, read with the caller; correlated by the person that the caller is. */
export const factOf = (kind: ParticipationKind, activityId: string, openid: string) =>
  alongside<FactDoc>(
    'bindings',
    { $match: { _id: openid } },
    { $limit: 1 },
    { $project: { factId: { $concat: [`${kind}.${activityId}.`, '$personId'] } } },
    { $lookup: { from: 'facts', localField: 'factId', foreignField: '_id', as: 'fact' } },
    { $unwind: '$fact' },
    { $replaceRoot: { newRoot: '$fact' } },
  )

/** Facts that the index does not have yet; at most `limit`, in the order of ids. */
export const unfoldedFacts = (limit: number) =>
  find<FactDoc>('facts', { folded: false }, { orderBy: [['_id', 'asc']], limit })

/** All of them: the tail that a query adds to the index. */
export const findTail = () => findAll<FactDoc>('facts', { folded: false })

export const markFolded = (factIds: readonly string[]) =>
  update('facts', { _id: isIn(factIds), folded: false }, { folded: true })

/** An activity's facts, latest first; at most 1,000. */
export const factsOfActivity = (kind: ParticipationKind, activityId: string) =>
  find<FactDoc>('facts', { kind, activityId }, { orderBy: [['occurredAt', 'desc']], limit: 1000 })

/** A person's facts from a day on; at most 1,000. */
export const factsOfPerson = (personId: string, fromDay: string) =>
  find<FactDoc>('facts', { personId, day: _.gte(fromDay) }, { limit: 1000 })
