import type { Channel, ParticipationKind } from '@/contracts/common'
import { aggregate } from './database'
import type { FactDoc } from './documents'

export type Arrival = Pick<FactDoc, 'personId' | 'occurredAt' | 'channel'>

/** What stands of an activity, one row for each person: the highest revision, unless that one takes the participation back. */
const standing = (kind: ParticipationKind, activityId: string) => [
  { $match: { activityId, kind } },
  { $project: { personId: 1, occurredAt: 1, channel: 1, revision: 1, withdrawn: 1 } },
  { $sort: { revision: -1 } },
  {
    $group: {
      _id: '$personId',
      occurredAt: { $first: '$occurredAt' },
      channel: { $first: '$channel' },
      withdrawn: { $first: '$withdrawn' },
    },
  },
  { $match: { withdrawn: false } },
]

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
      { $group: { _id: '$channel', count: { $sum: 1 } } },
      { $limit: 10 },
    ]),
    aggregate<{ _id: string; occurredAt: number; channel: Channel }>('facts', [
      ...standing(kind, activityId),
      { $sort: { occurredAt: -1, _id: 1 } },
      { $limit: latest },
    ]),
  ])
  return {
    by: new Map(counts.map(({ _id, count }) => [_id, count])),
    latest: rows.map(({ _id: personId, occurredAt, channel }) => ({ personId, occurredAt, channel })),
  }
}
