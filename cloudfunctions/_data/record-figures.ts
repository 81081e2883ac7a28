import type { Records, ThemeDayRecord } from '@/domain/metrics'
import type { OrgTree } from '@/domain/participation'
import { DAY_MS, endOfDay, startOfDay } from '@/domain/time'
import { _, aggregate, findAllIn } from './database'
import type { ThemeDayDoc } from './documents'

type Stored = Pick<ThemeDayDoc, '_id' | 'orgId' | 'title' | 'forms' | 'startsAt' | 'endsAt' | 'closedAt'> & {
  roster: { frozenAt: number } | null
}
const fields = ['orgId', 'title', 'forms', 'startsAt', 'endsAt', 'closedAt', 'roster.frozenAt'] as const

const recordOf = ({ _id: id, roster, ...rest }: Stored): ThemeDayRecord => ({
  id,
  ...rest,
  openedAt: roster?.frozenAt ?? null,
})

/** A theme day may last a night, and mobile members take part until 48 hours after it: in the next period perhaps. */
const LATEST_MS = 3 * DAY_MS

/** Groups of one answer: so many fit, and a further page begins after the last. */
const GROUPS = 1000

/** A request looks at all entries of its span, however few it answers: a county's year in one would take the platform's 3 s, twenty times over. */
const SPAN_MS = 31 * DAY_MS

/** Entries by proxy that stand, per theme day, of those that happened in a period. One request for a month, and for each further 1,000 theme days in it. */
async function proxiesBetween(from: number, to: number): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (let start = from; start < to; start += SPAN_MS)
    for (const [id, count] of await proxiesWithin(start, Math.min(start + SPAN_MS, to)))
      counts.set(id, (counts.get(id) ?? 0) + count)
  return counts
}

async function proxiesWithin(from: number, to: number): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  let after = ''
  for (;;) {
    const rows = await aggregate<{ _id: string; count: number }>('facts', [
      // corrections keep the channel: what was taken back is a later revision and is taken off below
      {
        $match: { channel: 'proxy', kind: 'themeday', occurredAt: { $gte: from, $lt: to }, activityId: { $gt: after } },
      },
      { $sort: { revision: -1 } },
      {
        $group: {
          _id: { activityId: '$activityId', personId: '$personId' },
          withdrawn: { $first: '$withdrawn' },
        },
      },
      { $match: { withdrawn: false } },
      { $group: { _id: '$_id.activityId', count: { $sum: 1 } } },
      { $sort: { _id: 1 } },
      { $limit: GROUPS },
    ])
    for (const { _id, count } of rows) counts.set(_id, count)
    const last = rows[rows.length - 1]
    if (rows.length < GROUPS || !last) return counts
    after = last._id
  }
}

/** How many reflections that were written in a period stand accepted, per organisation. */
async function reflectionsBetween(from: number, to: number): Promise<Map<string, number>> {
  const rows = await aggregate<{ _id: string; count: number }>('reflections', [
    { $match: { state: 'shown', writtenAt: { $gte: from, $lt: to } } },
    { $group: { _id: '$orgId', count: { $sum: 1 } } },
    { $sort: { _id: 1 } },
    { $limit: 10_000 },
  ])
  return new Map(rows.map(({ _id, count }) => [_id, count]))
}

/** Questions of the handbook as it is now. */
async function countHandbook(): Promise<number> {
  const [row] = await aggregate<{ count: number }>('handbook', [
    { $project: { count: { $size: '$items' } } },
    { $group: { _id: null, count: { $sum: '$count' } } },
    { $limit: 1 },
  ])
  return row?.count ?? 0
}

/**
 * The records that are not in the index, for the figures of `recordCodes` and for leads: theme days with what leads look at, entries by proxy, accepted
 * reflections, the handbook. For reports and exports, not for dashboards: a county's year is some twenty requests.
 * @param above ids of the organisations above the tree: they may hold theme days for all below them
 */
export async function loadRecords(tree: OrgTree, above: readonly string[], from: string, to: string): Promise<Records> {
  const [start, end] = [startOfDay(from), endOfDay(to)]
  const [themeDays, proxies, reflections, handbookItems] = await Promise.all([
    findAllIn<Stored>(
      'themeDays',
      'orgId',
      [...above, ...tree.byId.keys()],
      { startsAt: _.gte(start - LATEST_MS).and(_.lt(end)) },
      { fields },
    ),
    proxiesBetween(start, end),
    reflectionsBetween(start, end),
    countHandbook(),
  ])
  return { themeDays: themeDays.map(recordOf), proxies, reflections, handbookItems }
}
