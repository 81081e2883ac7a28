import { unsupported } from '../errors'
import type { Value } from '../store/document'
import { isPlainObject, ownField } from '../store/document'
import { encodeValue } from '../store/key-encoding'
import { valuesAt } from '../store/paths'
import type { SortOrder } from '../store/planner'
import { refuse } from './refuse'

/** Reads `{field: 1, other: -1}`. */
export const readSort = (spec: Value): SortOrder => {
  if (!isPlainObject(spec)) throw refuse(15973, 'the $sort key specification must be an object')
  const fields = Object.entries(spec)
  if (fields.length === 0) throw refuse(15976, '$sort stage must have at least one sort key')
  if (fields.length > 32) throw refuse(67, 'too many fields in a sort: 32 at most')
  return fields.map(([field, direction]): readonly [string, 1 | -1] => {
    if (field.startsWith('$')) throw refuse(16410, `FieldPath field names may not start with '$': '${field}'`)
    if (isPlainObject(direction)) throw unsupported(`the sort {${field}: {${Object.keys(direction).join()}}}`)
    if (direction !== 1 && direction !== -1)
      throw refuse(15975, `$sort key ordering must be 1 (for ascending) or -1 (for descending): ${field}`)
    return [field, direction]
  })
}

/** An empty list comes before null and missing. */
const emptyList = Buffer.from([0x04])

/** A list sorts by its least element upwards and by its greatest downwards. */
const keyOf = (document: Record<string, Value>, field: string, direction: 1 | -1): Buffer => {
  const own = ownField(document, field)
  if (Array.isArray(own) && own.length === 0) return emptyList
  const { values } = valuesAt(document, field)
  const keys = values.map(encodeValue).sort(Buffer.compare)
  return (direction === 1 ? keys[0] : keys[keys.length - 1]) as Buffer
}

/** Sorts in BSON order; equal documents come by ascending `_id`, so that the answer never depends on the plan. */
export const sortDocuments = <T extends Record<string, Value>>(documents: readonly T[], sort: SortOrder): T[] => {
  const order: SortOrder = sort.some(([field]) => field === '_id') ? sort : [...sort, ['_id', 1]]
  const keyed = documents.map((document) => ({
    document,
    keys: order.map(([field, direction]) => keyOf(document, field, direction)),
  }))
  keyed.sort((a, b) => {
    for (const [i, [, direction]] of order.entries()) {
      const difference = Buffer.compare(a.keys[i] as Buffer, b.keys[i] as Buffer)
      if (difference !== 0) return difference * direction
    }
    return 0
  })
  return keyed.map(({ document }) => document)
}
