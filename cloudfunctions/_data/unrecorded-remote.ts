import { aggregate, findByIds } from './database'
import type { PersonDoc } from './documents'
import { recordFactOf } from './facts'
import { walkReceived } from './received'

/** A reflection with which somebody took part from afar, and how many entries of the ledger say so. */
interface TakenPart {
  personId: string
  themeDayId: string
  occurredAt: number
  receivedAt: number
  facts: number
}

const PAGE = 500

const takenPart = (after: number, until: number) =>
  aggregate<TakenPart>('reflections', [
    { $match: { 'takesPart.receivedAt': { $gt: after, $lte: until } } },
    { $sort: { 'takesPart.receivedAt': 1 } },
    { $limit: PAGE },
    {
      $project: {
        ...{ personId: 1, themeDayId: '$about.id', occurredAt: '$takesPart.occurredAt' },
        receivedAt: '$takesPart.receivedAt',
        factId: { $concat: ['themeday.', '$about.id', '.', '$personId'] },
      },
    },
    { $lookup: { from: 'facts', localField: 'factId', foreignField: '_id', as: 'fact' } },
    { $project: { personId: 1, themeDayId: 1, occurredAt: 1, receivedAt: 1, facts: { $size: '$fact' } } },
  ])

/**
 * Records who took part from afar whose call died between the reflection and the fact, and who did not send it again: their secretary reads what they
 * wrote, and must not see them as absent. The number recorded.
 */
export const recordMissingRemote = (now: number, isOver: () => boolean): Promise<number> =>
  walkReceived<TakenPart>(
    { counter: 'remoteChecked', page: PAGE, read: takenPart, see: (rows) => record(rows, now) },
    now,
    isOver,
  )

async function record(rows: readonly TakenPart[], now: number): Promise<number> {
  const missing = rows.filter(({ facts }) => facts === 0)
  if (missing.length === 0) return 0
  const people = await findByIds<PersonDoc>('people', [...new Set(missing.map(({ personId }) => personId))])
  const byId = new Map(people.map((person) => [person._id, person]))
  let recorded = 0
  for (const { personId, themeDayId: activityId, occurredAt } of missing) {
    const person = byId.get(personId)
    if (!person) continue
    const part = { kind: 'themeday' as const, activityId, occurredAt, recordedAt: now, channel: 'remote' as const }
    if (await recordFactOf(person, { ...part, recorder: null, reason: null })) recorded++
  }
  return recorded
}
