import { badRequest } from '../../errors'
import type { Value } from '../../store/document'
import { isPlainObject } from '../../store/document'
import { compareValues } from '../../store/key-encoding'
import { readSort } from '../sort'

const field = (element: Value, path: string): Value =>
  path.split('.').reduce((value: Value, part) => (isPlainObject(value) ? value[part] : undefined), element)

/** $push's `$sort`: 1 or -1 for the elements themselves, `{field: 1}` for documents. Equal elements keep their order. */
export const sortElements = (elements: readonly Value[], order: Value): Value[] => {
  if (order === 1 || order === -1) return [...elements].sort((a, b) => compareValues(a, b) * order)
  if (!isPlainObject(order) || Object.keys(order).length === 0)
    throw badRequest('$sort of $push must be 1, -1 or {field: 1 or -1}')
  const fields = readSort(order)
  return [...elements].sort((a, b) => {
    for (const [path, direction] of fields) {
      const difference = compareValues(field(a, path), field(b, path)) * direction
      if (difference !== 0) return difference
    }
    return 0
  })
}
