import type { PeriodKey } from '@/contracts/register'
import { aggregate } from './database'

/** Which values are wanted: of one indicator for some periods, and how many organisations report it. */
export interface Wanted {
  readonly code: string
  readonly keys: readonly PeriodKey[]
  readonly reporters: number
}

interface Group {
  _id: { code: string; period: PeriodKey }
  values: { org: string; value: number }[]
}

/** The accepted value, in the smallest unit; null: none is. */
export type StoredValues = (code: string, orgId: string, key: PeriodKey) => number | null

/** So many values are about 600 KB with long ids; an answer may have 1 MB and 1,000 rows. */
const MOST_VALUES = 6000
const MOST_GROUPS = 900

/** What is asked for in one request: by code, the periods. */
type Chunk = Map<string, PeriodKey[]>

/** The wishes in as few requests as their answers fit into. */
export function chunksOf(wanted: readonly Wanted[]): Chunk[] {
  const chunks: Chunk[] = []
  let [values, groups] = [Number.POSITIVE_INFINITY, 0]
  for (const { code, keys, reporters } of wanted) {
    for (const key of keys) {
      if (values + reporters > MOST_VALUES || groups === MOST_GROUPS) {
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

/**
 * The accepted values of an organisation and everything below it. One request in a county where some 200 committees report the built-in indicators for a year;
 * one more for each further 6,000 values, side by side.
 */
export async function acceptedValues(orgId: string, wanted: readonly Wanted[]): Promise<StoredValues> {
  const read = async (chunk: Chunk) =>
    aggregate<Group>('registerEntries', [
      {
        $match: {
          path: orgId,
          accepted: { $ne: null },
          $or: [...chunk].map(([code, keys]) => ({ code, period: { $in: keys } })),
        },
      },
      {
        $group: {
          _id: { code: '$code', period: '$period' },
          values: { $push: { org: '$orgId', value: '$accepted.value' } },
        },
      },
      { $limit: 1000 },
    ])
  const groups = (await Promise.all(chunksOf(wanted.filter(({ reporters }) => reporters > 0)).map(read))).flat()
  const found = new Map<string, number>()
  for (const { _id, values } of groups) {
    for (const { org, value } of values) found.set(`${_id.code} ${org} ${_id.period}`, value)
  }
  return (code, org, key) => found.get(`${code} ${org} ${key}`) ?? null
}
