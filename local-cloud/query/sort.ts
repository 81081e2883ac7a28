import { badRequest } from '../errors'
import type { Value } from '../store/document'
import { isPlainObject } from '../store/document'
import { encodeValue } from '../store/key-encoding'
import { valuesAt } from '../store/paths'
import type { SortOrder } from '../store/planner'

/** Reads `{field: 1, other: -1}`. */
export const readSort = (spec: Value): SortOrder => {
  if (!isPlainObject(spec)) throw badRequest('the sort must be an object')
  return Object.entries(spec).map(([field, direction]): readonly [string, 1 | -1] => {
    if (field.startsWith('$')) throw badRequest(`cannot sort by ${field}`)
    if (direction !== 1 && direction !== -1) throw badRequest(`the sort direction of ${field} must be 1 or -1`)
    return [field, direction]
  })
}

/** An array sorts by its least element upwards and by its greatest downwards. */
const keyOf = (document: Record<string, Value>, field: string, direction: 1 | -1): Buffer => {
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
