import type { Constraint } from './constraints'
import { constraintsOf } from './constraints'
import type { Value } from './document'
import { encodeValue, invert } from './key-encoding'
import type { KeyRange } from './key-range'
import { boundedRange, prefixRange } from './key-range'
import type { IndexSchema } from './schema'

/** How to find the candidates of a query. Whatever the plan, the matcher has the last word. */
export type Plan =
  | { kind: 'ids'; ids: Value[] }
  /** `sorted`: the keys come in the order asked for (backwards where `reverse`). */
  | { kind: 'index'; index: IndexSchema; ranges: KeyRange[]; sorted: boolean; reverse: boolean }
  | { kind: 'scan' }

export type SortOrder = readonly (readonly [field: string, direction: 1 | -1])[]

/** The documents themselves, which are kept in the order of their ids. */
export const primaryIndex: IndexSchema = { name: '_id', fields: [['_id', 1]], unique: true }

/** More combinations of $in lists than this are not worth a seek each. */
const maxRanges = 2000

interface Candidate {
  index: IndexSchema
  ranges: KeyRange[]
  equalities: number
  hasRange: boolean
  order: 'forward' | 'backward' | null
}

/** Every key ends with the id. */
const keyFields = (index: IndexSchema) =>
  index.fields.some(([field]) => field === '_id')
    ? index.fields
    : ([...index.fields, ['_id', 1]] as IndexSchema['fields'])

/** Whether the keys after the equalities come in the order asked for. Ties are broken by ascending id in every answer. */
const servedOrder = (
  index: IndexSchema,
  used: number,
  sort: SortOrder,
  multiKeyFields: ReadonlySet<string>,
): Candidate['order'] => {
  const fields = keyFields(index).slice(used)
  if (sort.length === 0 || sort.length > fields.length) return null
  const ways = new Set<number>()
  for (const [i, [field, direction]] of sort.entries()) {
    const [indexed, indexedDirection] = fields[i] as readonly [string, 1 | -1]
    if (indexed !== field || multiKeyFields.has(field)) return null
    ways.add(direction * indexedDirection)
  }
  if (ways.size > 1) return null
  const rest = fields.slice(sort.length)
  if (ways.has(-1)) return rest.length === 0 ? 'backward' : null
  return rest.length === 0 || (rest.length === 1 && rest[0]?.[0] === '_id') ? 'forward' : null
}

const candidate = (
  index: IndexSchema,
  constraints: ReadonlyMap<string, Constraint>,
  sort: SortOrder,
  multiKeyFields: ReadonlySet<string>,
): Candidate => {
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let equalities = 0
  for (const [field, direction] of index.fields) {
    const values = constraints.get(field)?.values
    if (!values || prefixes.length * values.length > maxRanges) break
    const parts = values.map((value) => (direction === 1 ? encodeValue(value) : invert(encodeValue(value))))
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])))
    equalities++
  }
  const next = index.fields[equalities]
  const constraint = next && constraints.get(next[0])
  const hasRange = constraint !== undefined && (constraint.lower !== undefined || constraint.upper !== undefined)
  const ranges = prefixes.map((prefix) =>
    hasRange && next ? boundedRange(prefix, constraint, next[1], multiKeyFields.has(next[0])) : prefixRange(prefix),
  )
  const order = ranges.length === 1 ? servedOrder(index, equalities, sort, multiKeyFields) : null
  return { index, ranges, equalities, hasRange, order }
}

/**
 * Chooses how to find the candidates of a filter: by _id, by the index with the most equalities (then a range, then the
 * order asked for), else by looking at every document.
 * @param multiKeyFields fields of an index in which some document has an array
 */
export const plan = (
  filter: Record<string, Value>,
  sort: SortOrder,
  indexes: readonly IndexSchema[],
  multiKeyFields: (index: IndexSchema) => ReadonlySet<string>,
): Plan => {
  const constraints = constraintsOf(filter)
  const ids = constraints.get('_id')?.values
  if (ids) return { kind: 'ids', ids }
  const score = (c: Candidate) => c.equalities * 8 + (c.hasRange ? 4 : 0) + (c.order ? 2 : 0)
  const best = [...indexes, primaryIndex]
    .map((index) => candidate(index, constraints, sort, multiKeyFields(index)))
    .filter((c) => score(c) > 0)
    .sort((a, b) => score(b) - score(a))[0]
  if (!best) return { kind: 'scan' }
  const { index, ranges, order } = best
  return { kind: 'index', index, ranges, sorted: order !== null, reverse: order === 'backward' }
}
