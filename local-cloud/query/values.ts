import type { Value } from '../store/document'
import { compareValues, encodeValue } from '../store/key-encoding'

/** BSON types by the number and the name that `$type` knows. */
export const typeCodes = {
  minKey: -1,
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  javascript: 13,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  maxKey: 127,
} as const

export type TypeName = keyof typeof typeCodes | 'missing'

const bsonNames: Record<string, TypeName> = {
  ObjectId: 'objectId',
  Binary: 'binData',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
}

/** Whole numbers up to 2^63 are sent by the SDK as int or long, everything else (-0 too) as double. */
export const isWhole = (value: number): boolean =>
  Number.isInteger(value) && !Object.is(value, -0) && value >= -(2 ** 63) && value < 2 ** 63

const numberName = (value: number): TypeName => {
  if (!isWhole(value)) return 'double'
  return value >= -(2 ** 31) && value < 2 ** 31 ? 'int' : 'long'
}

/** The type of a value in MongoDB's words. A number's type is read off the number, as the SDK does when it sends one. */
export const typeName = (value: Value): TypeName => {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  switch (typeof value) {
    case 'number':
      return numberName(value)
    case 'string':
      return 'string'
    case 'boolean':
      return 'bool'
  }
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  return bsonNames[(value as { _bsontype?: string })._bsontype ?? ''] ?? 'object'
}

/** Whether an object has a field of its own; never what every JavaScript object inherits. */
export const hasField = (holder: object, key: string): boolean =>
  Object.getOwnPropertyDescriptor(holder, key) !== undefined

export const isMissingOrNull = (value: Value): value is null | undefined => value === undefined || value === null

const unitOrder = (unit: number) => (unit >= 0xe000 ? unit - 0x2000 : unit >= 0xd800 ? unit + 0x2000 : unit)

/** By code points, which is the order of the bytes of UTF-8; JavaScript's own order differs beyond the basic plane. */
const compareStrings = (a: string, b: string): number => {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x !== y) return unitOrder(x) - unitOrder(y)
  }
  return a.length - b.length
}

const compareNumbers = (a: number, b: number): number => {
  if (a === b) return 0
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
  return a < b ? -1 : 1
}

/** BSON comparison of any two values as expressions see them: missing comes before null. */
export const compare = (a: Value, b: Value): number => {
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b)
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b)
  // MinKey is less than everything, missing included.
  const name = a === undefined || b === undefined ? [typeName(a), typeName(b)] : []
  if (name[0] === 'missing' || name[1] === 'missing') {
    if (name.includes('minKey')) return name[0] === 'minKey' ? -1 : 1
    return Number(a !== undefined) - Number(b !== undefined)
  }
  return compareValues(a, b)
}

/** A text that two values share exactly when MongoDB takes them for equal (field order counts, 1 equals 1.0). */
export const identity = (value: Value): string => encodeValue(value).toString('latin1')

export const equals = (a: Value, b: Value): boolean => compare(a, b) === 0

/** Truth as `$and`, `$cond` and `$match` see it: false, 0, null and missing are false, all else (also '' and []) true. */
export const isTrue = (value: Value): boolean => !isMissingOrNull(value) && value !== false && value !== 0
