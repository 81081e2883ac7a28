import { badRequest, unsupported } from '../errors'
import type { Value } from '../store/document'
import { isPlainObject } from '../store/document'
import type { Filter } from './filter'
import { matcher } from './filter'
import { fieldCondition } from './match/conditions'
import { refuse } from './refuse'
import { modeOf, reshape } from './stages/project'
import type { Leaf } from './stages/tree'
import { typeName } from './values'

const isInt = (value: Value): value is number => typeof value === 'number' && Number.isInteger(value)

/** `$slice: n`, `$slice: -n` or `$slice: [skip, n]`; of what is no list it is the whole. */
const slice = (operand: Value): Leaf => {
  const [skip, limit] = Array.isArray(operand) ? (operand as Value[]) : [undefined, operand]
  if (!isInt(limit) || (Array.isArray(operand) && (operand.length !== 2 || !isInt(skip) || limit <= 0))) {
    throw refuse(28724, '$slice takes a whole number, or [skip, limit] with a positive limit')
  }
  const cut = (items: Value[]): Value[] => {
    if (!isInt(skip)) return limit < 0 ? items.slice(limit) : items.slice(0, limit)
    const start = skip < 0 ? Math.max(0, items.length + skip) : skip
    return items.slice(start, start + limit)
  }
  return { kind: 'transform', apply: (value) => (Array.isArray(value) ? cut(value) : value) }
}

/** The first element that fulfils the condition, as a list of one; without any the field is left out. */
const elemMatch = (operand: Value): Leaf => {
  const test = fieldCondition('list', { $elemMatch: operand }, (filter: Filter) => matcher(filter))
  return {
    kind: 'transform',
    apply: (value) => {
      const item = Array.isArray(value) ? value.find((candidate: Value) => test({ list: [candidate] })) : undefined
      return item === undefined ? undefined : [item]
    },
  }
}

const leafOf = (path: string, value: Value): Leaf => {
  if (path.endsWith('.$')) throw unsupported(`the positional projection ${path}`)
  if (typeof value === 'number' || typeof value === 'boolean') return { kind: value ? 'keep' : 'drop' }
  if (!isPlainObject(value)) throw badRequest(`the projection of ${path} must be 0 or 1, found ${typeName(value)}`)
  const [operator, ...more] = Object.keys(value)
  if (operator === '$slice' && more.length === 0) return slice(value.$slice)
  if (operator === '$elemMatch' && more.length === 0) {
    if (path.includes('.')) throw refuse(31275, 'Cannot use $elemMatch projection on a nested field')
    return elemMatch(value.$elemMatch)
  }
  throw unsupported(`the projection operator ${operator ?? '{}'}`)
}

/** The fields to give or to leave out; `$slice` and `$elemMatch` cut lists. Anything else is refused by name. */
export const project = (
  documents: readonly Record<string, Value>[],
  projection: Record<string, Value> = {},
): object[] => {
  const fields = Object.entries(projection).map(([path, value]) => ({ path, leaf: leafOf(path, value) }))
  if (fields.length === 0) return [...documents]
  const elements = Object.values(projection).some((value) => isPlainObject(value) && '$elemMatch' in value)
  const plain = fields.filter(({ leaf }) => leaf.kind !== 'transform')
  const mode = modeOf(plain)
  // $slice alone leaves all other fields as they are; $elemMatch gives only what it names.
  const apply = reshape(fields, elements ? 'dropped' : plain.length === 0 ? 'kept' : mode)
  return documents.map((document) => apply(document, {}))
}
