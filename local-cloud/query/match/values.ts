import { badRequest } from '../../errors'
import type { Value } from '../../store/document'
import { refuse } from '../refuse'
import { compare, equals, identity, isMissingOrNull, typeName } from '../values'
import type { Pattern } from './regex'
import { patternOf } from './regex'
import { typeTest } from './types'

/** Whether one value fulfils one condition. Missing comes as undefined. */
export type Test = (value: Value) => boolean

export const equalTo = (operand: Value): Test => {
  if (isMissingOrNull(operand)) return isMissingOrNull
  return (value) => value !== undefined && equals(value, operand)
}

export const matchesPattern =
  (pattern: Pattern, regex?: RegExp): Test =>
  (value) =>
    typeof value === 'string'
      ? pattern.exec(value) !== null
      : value instanceof RegExp && regex !== undefined && equals(value, regex)

/** Equality as `{field: value}` means it: a regular expression is looked for, everything else compared. */
export const equalOrLike = (operand: Value): Test =>
  operand instanceof RegExp ? matchesPattern(patternOf(operand, undefined), operand) : equalTo(operand)

const family = (value: Value): string => {
  const name = typeName(value)
  return name === 'int' || name === 'long' || name === 'double' ? 'number' : name
}

/** Order within one type only; null compares with null and missing; MinKey and MaxKey with everything. */
const ordered =
  (operator: string, holds: (order: number) => boolean) =>
  (operand: Value): Test => {
    if (operand instanceof RegExp) throw refuse(2, `Can't have RegEx as arg to predicate over field (${operator})`)
    if (isMissingOrNull(operand)) return holds(0) ? isMissingOrNull : () => false
    const kind = family(operand)
    if (Number.isNaN(operand)) return (value) => holds(0) && Number.isNaN(value)
    if (kind === 'minKey' || kind === 'maxKey') return (value) => value !== undefined && holds(compare(value, operand))
    return (value) =>
      value !== undefined && !Number.isNaN(value) && family(value) === kind && holds(compare(value, operand))
  }

const list = (operator: string, operand: Value): Value[] => {
  if (!Array.isArray(operand)) throw refuse(2, `${operator} needs an array`)
  for (const item of operand) {
    const name = typeof item === 'object' && item !== null && Object.keys(item)[0]
    if (typeof name === 'string' && name.startsWith('$')) throw refuse(2, `cannot nest $ under ${operator}`)
  }
  return operand
}

const oneOf = (operand: Value): Test => {
  const values = list('$in', operand)
  const patterns = values.filter((value) => value instanceof RegExp).map(equalOrLike)
  const plain = new Set(values.filter((value) => !(value instanceof RegExp)).map(identity))
  return (value) => plain.has(identity(value)) || patterns.some((test) => test(value))
}

const wholePart = (name: string, value: Value): number => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw refuse(2, `malformed mod, ${name} not a number`)
  return Math.trunc(value)
}

const modulo = (operand: Value): Test => {
  if (!Array.isArray(operand)) throw refuse(2, 'malformed mod, needs to be an array')
  if (operand.length !== 2) throw refuse(2, `malformed mod, ${operand.length < 2 ? 'not enough' : 'too many'} elements`)
  const [divisor, remainder] = [wholePart('divisor', operand[0]), wholePart('remainder', operand[1])]
  if (divisor === 0) throw refuse(2, 'divisor cannot be 0')
  return (value) => typeof value === 'number' && Number.isFinite(value) && Math.trunc(value) % divisor === remainder
}

/** Conditions on a single value, by operator. Over an array they hold when they hold for an element or the array itself. */
export const valueTests: Record<string, (operand: Value) => Test> = {
  $eq: equalTo,
  $gt: ordered('$gt', (order) => order > 0),
  $gte: ordered('$gte', (order) => order >= 0),
  $lt: ordered('$lt', (order) => order < 0),
  $lte: ordered('$lte', (order) => order <= 0),
  $in: oneOf,
  $mod: modulo,
  $type: typeTest,
}

/** Conditions that say the opposite of another. */
export const opposites: Record<string, string> = { $ne: '$eq', $nin: '$in' }

/** `$size`: of an array, exactly. */
export const sizeTest = (operand: Value): Test => {
  if (typeof operand !== 'number' || !Number.isInteger(operand)) {
    throw badRequest(`Failed to parse $size. Expected an integer, but found ${typeName(operand)}`)
  }
  if (operand < 0) throw badRequest('Failed to parse $size. Expected a non-negative number')
  return (value) => Array.isArray(value) && value.length === operand
}
