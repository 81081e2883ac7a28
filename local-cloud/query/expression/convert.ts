import { ObjectId } from 'bson'
import { CloudError } from '../../errors'
import type { Value } from '../../store/document'
import { isPlainObject } from '../../store/document'
import { refuse } from '../refuse'
import type { TypeName } from '../values'
import { hasField, isMissingOrNull, typeCodes, typeName } from '../values'
import { named, operator } from './arguments'
import { dateAt } from './calendar'
import { parseIso } from './parse-date'
import { numberText } from './text'
import type { Operators } from './types'

const failed = (words: string) => refuse(241, `${words} in $convert with no onError value`)

const unsupportedFrom = (value: Value, to: string) => failed(`Unsupported conversion from ${typeName(value)} to ${to}`)

const whole =
  (to: 'int' | 'long', limit: number) =>
  (value: Value): number => {
    if (typeof value === 'boolean') return Number(value)
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) throw failed(`Attempt to convert ${numberText(value)} value to integer type`)
      const cut = Math.trunc(value)
      if (cut < -limit || cut >= limit) throw failed(`Conversion would overflow target type`)
      return cut === 0 ? 0 : cut
    }
    if (typeof value === 'string') {
      if (!/^[+-]?\d+$/.test(value)) throw failed(`Failed to parse number '${value}'`)
      const exact = BigInt(value.replace('+', ''))
      if (exact < -BigInt(limit) || exact >= BigInt(limit)) throw failed(`Failed to parse number '${value}' (Overflow)`)
      if (BigInt(Number(exact)) !== exact)
        throw failed(`the local cloud does not support whole numbers like ${value}, beyond 2^53`)
      return Number(exact)
    }
    if (value instanceof Date && to === 'long') return value.getTime()
    throw unsupportedFrom(value, to)
  }

const toDouble = (value: Value): number => {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Date) return value.getTime()
  if (typeof value === 'string') {
    if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(value)) throw failed(`Failed to parse number '${value}'`)
    return Number(value)
  }
  throw unsupportedFrom(value, 'double')
}

const toText = (value: Value): string => {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (typeName(value) === 'objectId') return String(value)
  throw unsupportedFrom(value, 'string')
}

const toDate = (value: Value): Date => {
  if (value instanceof Date) return value
  // Longs and doubles are ms; an int is none.
  if (typeof value === 'number' && typeName(value) !== 'int' && Number.isFinite(value)) return dateAt(Math.trunc(value))
  if (typeof value === 'string') return parseIso(value, undefined)
  if (typeName(value) === 'objectId') return (value as ObjectId).getTimestamp()
  throw unsupportedFrom(value, 'date')
}

const toObjectId = (value: Value): Value => {
  if (typeName(value) === 'objectId') return value
  if (typeof value !== 'string') throw unsupportedFrom(value, 'objectId')
  if (!/^[0-9a-fA-F]{24}$/.test(value)) throw failed(`Failed to parse objectId '${value}'`)
  return new ObjectId(value)
}

const converters: Partial<Record<TypeName, (value: Value) => Value>> = {
  int: whole('int', 2 ** 31),
  long: whole('long', 2 ** 63),
  double: toDouble,
  string: toText,
  bool: (value) => (typeof value === 'number' ? value !== 0 : value !== false),
  date: toDate,
  objectId: toObjectId,
}

const converterTo = (to: Value) => {
  const name =
    typeof to === 'number' ? (Object.keys(typeCodes) as TypeName[]).find((key) => typeCodes[key as never] === to) : to
  const convert = typeof name === 'string' && hasField(converters, name) ? converters[name as TypeName] : undefined
  if (!convert) throw refuse(2, `the local cloud does not support $convert to ${String(to)}`)
  return convert
}

const convert = named('$convert', ['input', 'to'], ['onError', 'onNull'], (values, given) => {
  const to = isPlainObject(values.to) ? values.to.type : values.to
  if (isMissingOrNull(values.input)) return given.has('onNull') ? values.onNull : null
  if (isMissingOrNull(to)) return null
  const apply = converterTo(to)
  try {
    return apply(values.input)
  } catch (error) {
    if (given.has('onError') && error instanceof CloudError) return values.onError
    throw error
  }
})

const shortFor = (name: string, to: TypeName) =>
  operator(name, 1, 1, (value) => (isMissingOrNull(value) ? null : converterTo(to)(value)))

export const conversions: Operators = {
  $convert: convert,
  $isNumber: operator('$isNumber', 1, 1, (value) => typeof value === 'number'),
  $toBool: shortFor('$toBool', 'bool'),
  $toDate: shortFor('$toDate', 'date'),
  $toDouble: shortFor('$toDouble', 'double'),
  $toInt: shortFor('$toInt', 'int'),
  $toLong: shortFor('$toLong', 'long'),
  $toObjectId: shortFor('$toObjectId', 'objectId'),
  $toString: shortFor('$toString', 'string'),
  $type: operator('$type', 1, 1, (value) => typeName(value)),
}
