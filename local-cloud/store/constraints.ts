import type { Value } from './document'
import { isPlainObject } from './document'

/** What a filter demands of one field, as far as an index can use it. Everything else is left to the matcher. */
export interface Constraint {
  /** The value is one of these (equality is a list of one). */
  values?: Value[]
  lower?: { value: Value; inclusive: boolean }
  upper?: { value: Value; inclusive: boolean }
}

/** Values whose equality and order an index reproduces exactly; arrays, documents and expressions are scanned. */
const isIndexable = (value: Value): boolean =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  value instanceof Date ||
  (typeof value === 'object' && (value as { _bsontype?: unknown })._bsontype === 'ObjectId')

/** null also matches missing fields and is indexed like them, so it is good for equality but not for ranges. */
const isRangeable = (value: Value): boolean => value !== null && isIndexable(value)

const addOperators = (constraint: Constraint, operators: Record<string, Value>): void => {
  for (const [operator, value] of Object.entries(operators)) {
    if (operator === '$eq' && isIndexable(value)) constraint.values ??= [value]
    else if (operator === '$in' && Array.isArray(value) && value.every(isIndexable)) constraint.values ??= value
    else if ((operator === '$gt' || operator === '$gte') && isRangeable(value)) {
      constraint.lower ??= { value, inclusive: operator === '$gte' }
    } else if ((operator === '$lt' || operator === '$lte') && isRangeable(value)) {
      constraint.upper ??= { value, inclusive: operator === '$lte' }
    }
  }
}

const collect = (filter: Record<string, Value>, into: Map<string, Constraint>): void => {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isPlainObject(part)) collect(part, into)
      continue
    }
    if (key.startsWith('$')) continue
    const constraint = into.get(key) ?? {}
    if (isPlainObject(condition)) {
      if (Object.keys(condition).every((name) => name.startsWith('$'))) addOperators(constraint, condition)
    } else if (isIndexable(condition)) constraint.values ??= [condition]
    into.set(key, constraint)
  }
}

/** The conditions of a filter that all must hold, by field. A second condition of one kind on one field is left to the matcher. */
export const constraintsOf = (filter: Record<string, Value>): Map<string, Constraint> => {
  const constraints = new Map<string, Constraint>()
  collect(filter, constraints)
  return constraints
}
