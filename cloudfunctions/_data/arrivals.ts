import type { Channel, ParticipationKind } from '@/contracts/common'
import { aggregate } from './database'
import type { FactDoc } from './documents'

export type Arrival = Pick<FactDoc, 'personId' | 'occurredAt' | 'channel'>
export type ArrivalWithReason = Arrival & Pick<FactDoc, 'reason'>

/** What stands of an activity, one row for each person: the highest revision, unless that one takes the participation back. */
const standing = (kind: ParticipationKind, activityId: string, among: object = {}) => [
  { $match: { activityId, kind, ...among } },
  { $project: { personId: 1, occurredAt: 1, channel: 1, reason: 1, revision: 1, withdrawn: 1 } },
  { $sort: { revision: -1 } },
  {
    $group: {
      _id: '$personId',
      occurredAt: { $first: '$occurredAt' },
      channel: { $first: '$channel' },
      reason: { $first: '$reason' },
      withdrawn: { $first: '$withdrawn' },
    },
  },
]
const counting = { $match: { withdrawn: false } }

/**
 * Who has come to an activity: how many by each channel, and the latest few, latest first. Two requests and a short answer, however many
 * came: a theme day of a county has more than a read of rows can give.
 */
export async function findArrivals(
  kind: ParticipationKind,
  activityId: string,
  latest: number,
): Promise<{ by: ReadonlyMap<Channel, number>; latest: Arrival[] }> {
  const [counts, rows] = await Promise.all([
    aggregate<{ _id: Channel; count: number }>('facts', [
      ...standing(kind, activityId),
      counting,
      { $group: { _id: '$channel', count: { $sum: 1 } } },
      { $limit: 10 },
    ]),
    aggregate<{ _id: string; occurredAt: number; channel: Channel }>('facts', [
      ...standing(kind, activityId),
      counting,
      { $sort: { occurredAt: -1, _id: 1 } },
      { $limit: latest },
    ]),
  ])
  return {
    by: new Map(counts.map(({ _id, count }) => [_id, count])),
    latest: rows.map(({ _id: personId, occurredAt, channel }) => ({ personId, occurredAt, channel })),
  }
}

/** One request's people: an answer holds at most 1,000 rows. */
const PEOPLE_AT_ONCE = 500

/** What stands of some people's part in an activity, those who did not take part left out. `withdrawn`: it was taken back. One request for each 500 people, side by side. */
export async function standingOf(
  kind: ParticipationKind,
  activityId: string,
  personIds: readonly string[],
): Promise<Map<string, ArrivalWithReason & Pick<FactDoc, 'withdrawn'>>> {
  type Row = Omit<ArrivalWithReason, 'personId'> & { _id: string; withdrawn: boolean }
  const pages = Array.from({ length: Math.ceil(personIds.length / PEOPLE_AT_ONCE) }, (_, page) =>
    personIds.slice(page * PEOPLE_AT_ONCE, (page + 1) * PEOPLE_AT_ONCE),
  )
  const read = await Promise.all(
    pages.map((some) =>
      aggregate<Row>('facts', [...standing(kind, activityId, { personId: { $in: some } }), { $limit: PEOPLE_AT_ONCE }]),
    ),
  )
  return new Map(read.flat().map(({ _id: personId, ...row }) => [personId, { personId, ...row }]))
}
