import { Query } from 'mingo/query'
import { badRequest, unsupported } from '../errors'
import type { Value } from '../store/document'
import { isPlainObject } from '../store/document'
import { mingoOptions, withCodes } from './context'

/** A filter as it came: `{field: condition, $and: […], …}`. */
export type Filter = Record<string, Value>

const fieldOperators = new Set([
  ...[
    '$eq',
    '$ne',
    '$gt',
    '$gte',
    '$lt',
    '$lte',
    '$in',
    '$nin',
    '$not',
    '$exists',
    '$type',
    '$mod',
    '$regex',
    '$options',
  ],
  ...['$all', '$elemMatch', '$size'],
])
const geoOperators = new Set(['$near', '$nearSphere', '$geoWithin', '$geoIntersects'])

const checkRegex = (regex: RegExp) => {
  const odd = regex.flags.replace(/[ims]/g, '')
  if (odd !== '') throw unsupported(`the regular expression option '${odd}'`)
}

const checkList = (operator: string, value: Value) => {
  if (!Array.isArray(value)) throw badRequest(`${operator} needs an array`)
}

const checkOperators = (conditions: Record<string, Value>): void => {
  for (const [operator, value] of Object.entries(conditions)) {
    if (geoOperators.has(operator)) throw unsupported(`the geo operator ${operator}`)
    if (!fieldOperators.has(operator)) throw unsupported(`the query operator ${operator}`)
    if (operator === '$in' || operator === '$nin' || operator === '$all') checkList(operator, value)
    if (operator === '$not') checkCondition(value)
    if (operator === '$elemMatch') {
      if (!isPlainObject(value)) throw badRequest('$elemMatch needs an object')
      if (Object.keys(value).every((name) => fieldOperators.has(name))) checkOperators(value)
      else checkFilter(value)
    }
    if (value instanceof RegExp) checkRegex(value)
    if (operator === '$size' && !(Number.isInteger(value) && (value as number) >= 0))
      throw badRequest('$size needs a whole number')
  }
}

const checkCondition = (condition: Value): void => {
  if (condition instanceof RegExp) checkRegex(condition)
  if (!isPlainObject(condition)) return
  const names = Object.keys(condition)
  const operators = names.filter((name) => name.startsWith('$'))
  if (operators.length === 0) return
  if (operators.length < names.length) throw badRequest(`operators and fields are mixed: ${names.join(', ')}`)
  checkOperators(condition)
}

/** Refuses by name whatever the matcher does not know, at every depth. */
export const checkFilter = (filter: Filter): void => {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' || key === '$or' || key === '$nor') {
      checkList(key, condition)
      const parts = condition as Value[]
      if (parts.length === 0) throw badRequest(`${key} needs a nonempty array`)
      for (const part of parts) {
        if (!isPlainObject(part)) throw badRequest(`${key} needs objects`)
        checkFilter(part)
      }
    } else if (key === '$expr') continue
    else if (key.startsWith('$')) throw unsupported(`the query operator ${key}`)
    else checkCondition(condition)
  }
}

/** The predicate of a filter. `variables` are those of a $lookup's `let`. */
export const matcher = (filter: Filter, variables?: Record<string, Value>): ((document: object) => boolean) => {
  checkFilter(filter)
  const query = withCodes(() => new Query(filter as never, mingoOptions(variables)))
  return (document) => withCodes(() => query.test(document as never))
}
