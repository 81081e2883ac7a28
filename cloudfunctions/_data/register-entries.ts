import type { PeriodKey } from '@/contracts/register'
import { type Entry, entryId } from '@/domain/register/entry'
import { daysOf } from '@/domain/register/periods'
import { isLacking } from '@/domain/register/tally'
import { alongside } from './alongside'
import { _, aggregate, find, findById, findByIds, insertOnce, update, whole } from './database'
import type { RegisterEntryDoc } from './documents'

export interface EntryPlace {
  readonly code: string
  readonly orgId: string
  readonly period: PeriodKey
}

const idOf = ({ code, orgId, period }: EntryPlace) => entryId(code, orgId, period)

/** The entry of an organisation, read with the caller. */
export const entryOf = (place: EntryPlace) =>
  alongside<RegisterEntryDoc>('registerEntries', { $match: { _id: idOf(place) } }, { $limit: 1 })

export const findEntry = (place: EntryPlace) => findById<RegisterEntryDoc>('registerEntries', idOf(place))

/** Which of some entries are reported: something stands, or waits for a verdict. One request for 500; none when there are none. */
export async function reportedOf(places: readonly EntryPlace[]): Promise<(place: EntryPlace) => boolean> {
  const fields = ['state', 'accepted']
  const ids = [...new Set(places.map(idOf))]
  const found = ids.length === 0 ? [] : await findByIds<RegisterEntryDoc>('registerEntries', ids, { fields })
  const reported = new Set(found.filter((entry) => !isLacking(entry)).map(({ _id }) => _id))
  return (place) => reported.has(idOf(place))
}

/** The last period before one for which an organisation has an accepted value, and that value. */
export async function lastAcceptedBefore({ code, orgId, period }: EntryPlace) {
  const before = { orgId, code, periodEnd: _.lt(daysOf(period).to), accepted: _.neq(null) }
  const fields = ['period', 'periodEnd', 'accepted']
  const [entry] = await find<Pick<RegisterEntryDoc, '_id' | 'period' | 'accepted'>>('registerEntries', before, {
    orderBy: [['periodEnd', 'desc']],
    limit: 1,
    fields,
  })
  return entry?.accepted ? { period: entry.period, value: entry.accepted.value } : null
}

/**
 * Writes an entry in the place of the revision that was read (0: of none).
 * @param path ids from the top of the tree down to its organisation
 * @returns false: somebody was faster
 */
export async function writeEntry(
  place: EntryPlace,
  path: readonly string[],
  entry: Entry,
  was: number,
): Promise<boolean> {
  const submissions = [...entry.submissions]
  const last = submissions[submissions.length - 1]
  if (!last) throw new Error('an entry without a submission')
  const { value, asOfDay, jumpFrom, at } = last
  const shown = { value, asOfDay, jump: jumpFrom !== null, at }
  const { revision, state, accepted } = entry
  if (was === 0) {
    const periodEnd = daysOf(place.period).to
    const fresh = {
      _id: idOf(place),
      ...place,
      path: [...path],
      periodEnd,
      revision,
      state,
      accepted,
      last: shown,
      submissions,
    }
    return (await insertOnce('registerEntries', fresh satisfies RegisterEntryDoc)) === 'inserted'
  }
  const change = {
    ...{ revision, state, path: whole([...path]), last: whole(shown), submissions: whole(submissions) },
    accepted: accepted && whole(accepted),
  }
  return (await update('registerEntries', { _id: idOf(place), revision: was }, change)) === 1
}

/** An entry that waits for somebody, without its history. */
export type OpenEntry = Pick<
  RegisterEntryDoc,
  '_id' | 'code' | 'orgId' | 'path' | 'period' | 'state' | 'accepted' | 'last'
> & {
  /** Who submitted it last. */
  by: string
}

/** How many of each a desk reads. */
const MOST_OPEN = 100

const inShort = {
  $project: {
    ...{ code: 1, orgId: 1, path: 1, period: 1, state: 1, accepted: 1, last: 1 },
    by: { $arrayElemAt: ['$submissions.by', -1] },
  },
}
const oldestFirst = [{ $sort: { 'last.at': 1, _id: 1 } }, { $limit: MOST_OPEN }]

/** What was returned to some organisations, of those in one and below it, that which waits longest first; at most 100. One request. */
export const returnedTo = (orgIds: readonly string[], within: string) =>
  orgIds.length === 0
    ? []
    : aggregate<OpenEntry>('registerEntries', [
        { $match: { path: within, state: 'returned', orgId: { $in: [...orgIds] } } },
        ...oldestFirst,
        inShort,
      ])

/**
 * What waits, in an organisation and below it, for the verdict of somebody who judges in some organisations: what those below these submitted, at the top of the tree also
 * its own, and nothing of their own. That which waits longest first, at most 100, and how many there are. One request; two when there are more.
 */
export async function waitingFor(personId: string, judgesIn: readonly string[], within: string) {
  if (judgesIn.length === 0) return { entries: [], count: 0 }
  const below = judgesIn.flatMap((one) => [
    { path: one, orgId: { $ne: one } },
    { orgId: one, path: { $size: 1 } },
  ])
  const theirs = [
    { $match: { path: within, state: 'submitted', $or: below } },
    inShort,
    { $match: { by: { $ne: personId } } },
  ]
  const entries = await aggregate<OpenEntry>('registerEntries', [...theirs, ...oldestFirst])
  if (entries.length < MOST_OPEN) return { entries, count: entries.length }
  const [row] = await aggregate<{ count: number }>('registerEntries', [
    ...theirs,
    { $group: { _id: null, count: { $sum: 1 } } },
    { $limit: 1 },
  ])
  return { entries, count: row?.count ?? entries.length }
}
