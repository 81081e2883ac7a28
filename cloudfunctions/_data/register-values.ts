import type { PeriodKey } from '@/contracts/register'
import type { EntryStatus } from '@/domain/register/tally'
import { aggregate } from './database'
import type { RegisterEntryDoc } from './documents'

/** Which entries are wanted: of one indicator for some periods, and how many organisations report it. */
export interface Wanted {
  readonly code: string
  readonly keys: readonly PeriodKey[]
  readonly reporters: number
}

/** What is stored of an organisation for an indicator and period; null: nothing. */
export type Stored<T> = (code: string, orgId: string, key: PeriodKey) => T | null

/** So many are about 600 KB with long ids; an answer may have 1 MB and 1,000 rows. */
const MOST_VALUES = 6000
const MOST_GROUPS = 900

/** What is asked for in one request: by code, the periods. */
type Chunk = Map<string, PeriodKey[]>

/** The wishes in as few requests as their answers fit into. */
export function chunksOf(wanted: readonly Wanted[], mostValues = MOST_VALUES): Chunk[] {
  const chunks: Chunk[] = []
  let [values, groups] = [Number.POSITIVE_INFINITY, 0]
  for (const { code, keys, reporters } of wanted) {
    for (const key of reporters > 0 ? keys : []) {
      if (values + reporters > mostValues || groups === MOST_GROUPS) {
        chunks.push(new Map())
        ;[values, groups] = [0, 0]
      }
      values += reporters
      groups += 1
      const chunk = chunks[chunks.length - 1]
      chunk?.set(code, [...(chunk.get(code) ?? []), key])
    }
  }
  return chunks
}

interface Group<T> {
  _id: { code: string; period: PeriodKey }
  rows: (T & { org: string })[]
}

/** Entries of an organisation and everything below it, one row for each indicator and period, so that few rows carry many. */
async function readEntries<T>(
  orgId: string,
  chunks: readonly Chunk[],
  match: object,
  push: object,
): Promise<Stored<T>> {
  const read = (chunk: Chunk) =>
    aggregate<Group<T>>('registerEntries', [
      { $match: { path: orgId, ...match, $or: [...chunk].map(([code, keys]) => ({ code, period: { $in: keys } })) } },
      {
        $group: { _id: { code: '$code', period: '$period' }, rows: { $push: { org: '$orgId', ...push } } },
      },
      { $limit: 1000 },
    ])
  const found = new Map<string, T>()
  for (const { _id, rows } of (await Promise.all(chunks.map(read))).flat()) {
    for (const row of rows) found.set(`${_id.code} ${row.org} ${_id.period}`, row)
  }
  return (code, org, key) => found.get(`${code} ${org} ${key}`) ?? null
}

/**
 * The accepted values of an organisation and everything below it, in the smallest unit. One request in a county where some 200 committees report the built-in
 * indicators for a year; one more for each further 6,000 values, side by side; none when nobody reports.
 */
export async function acceptedValues(orgId: string, wanted: readonly Wanted[]): Promise<Stored<number>> {
  const standing = { accepted: { $ne: null } }
  const stored = await readEntries<{ value: number }>(orgId, chunksOf(wanted), standing, { value: '$accepted.value' })
  return (code, org, key) => stored(code, org, key)?.value ?? null
}

/** With what waits or was returned too: three times as long. */
const MOST_STATUSES = MOST_VALUES / 3

/** How the entries of an organisation and everything below it stand. */
export async function entryStatuses(orgId: string, wanted: readonly Wanted[]): Promise<Stored<EntryStatus>> {
  type Row = Pick<RegisterEntryDoc, 'state' | 'last'> & { accepted?: number }
  const push = { state: '$state', last: '$last', accepted: '$accepted.value' }
  const stored = await readEntries<Row>(orgId, chunksOf(wanted, MOST_STATUSES), {}, push)
  return (code, org, key) => {
    const row = stored(code, org, key)
    return row && { state: row.state, accepted: row.accepted ?? null, ...row.last }
  }
}
