import type { Value } from '../../store/document'
import { isPlainObject } from '../../store/document'
import { hold } from '../guard'
import { refuse } from '../refuse'
import { equals, isMissingOrNull, typeName } from '../values'
import { operator, variadic } from './arguments'
import { placeOf } from './text'
import type { Operators } from './types'

const needArray = (code: number, name: string, value: Value, what = 'argument'): Value[] => {
  if (Array.isArray(value)) return value
  throw refuse(code, `${name}'s ${what} must be an array, but is ${typeName(value)}`)
}

const isInt = (value: Value): value is number =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31

const elementAt = operator('$arrayElemAt', 2, 2, (array, index) => {
  if (isMissingOrNull(array) || isMissingOrNull(index)) return null
  const items = needArray(28689, '$arrayElemAt', array, 'first argument')
  if (typeof index !== 'number')
    throw refuse(28690, `$arrayElemAt's second argument must be a numeric value, but is ${typeName(index)}`)
  if (!isInt(index))
    throw refuse(28691, `$arrayElemAt's second argument must be representable as a 32-bit integer: ${index}`)
  return items.at(index)
})

const end = (name: '$first' | '$last', at: 0 | -1) => (value: Value) =>
  isMissingOrNull(value) ? null : needArray(28689, name, value).at(at)

/** `$first` and `$last` of a list (not those of `$group`). */
export const firstOf = end('$first', 0)
export const lastOf = end('$last', -1)

const keyed = (pair: Value): [string, Value] => {
  const [key, value] = Array.isArray(pair) ? (pair as Value[]) : isPlainObject(pair) ? [pair.k, pair.v] : []
  const fits = Array.isArray(pair)
    ? pair.length === 2
    : isPlainObject(pair) && Object.keys(pair).sort().join() === 'k,v'
  if (!fits) throw refuse(40398, '$arrayToObject needs pairs [key, value] or {k, v}')
  if (typeof key !== 'string')
    throw refuse(40394, `$arrayToObject requires keys of type string, found: ${typeName(key)}`)
  if (key.includes('\0')) throw refuse(4940400, 'Key field cannot contain an embedded null byte')
  return [key, value]
}

const toObject = operator('$arrayToObject', 1, 1, (value) => {
  if (isMissingOrNull(value)) return null
  return Object.fromEntries(new Map(needArray(40386, '$arrayToObject', value).map(keyed)))
})

const concatArrays = variadic((values) => {
  const all: Value[] = []
  for (const value of values) {
    if (isMissingOrNull(value)) return null
    if (!Array.isArray(value)) throw refuse(28664, `$concatArrays only supports arrays, not ${typeName(value)}`)
    hold(value.length)
    for (const item of value as Value[]) all.push(item)
  }
  return all
})

const indexOf = operator('$indexOfArray', 2, 4, (array, sought, ...bounds) => {
  if (isMissingOrNull(array)) return null
  const items = needArray(40090, '$indexOfArray', array)
  const start = bounds.length > 0 ? placeOf('$indexOfArray', 'starting index', bounds[0]) : 0
  const stop = bounds.length > 1 ? placeOf('$indexOfArray', 'ending index', bounds[1]) : items.length
  for (let i = start; i < Math.min(stop, items.length); i++) if (equals(items[i], sought)) return i
  return -1
})

const slice = operator('$slice', 2, 3, (array, second, ...rest) => {
  if (isMissingOrNull(array) || isMissingOrNull(second) || (rest.length > 0 && isMissingOrNull(rest[0]))) return null
  const items = needArray(28724, '$slice', array, 'first argument')
  if (!isInt(second))
    throw refuse(28725, `Second argument to $slice must be a 32-bit integer, but is ${typeName(second)}`)
  if (rest.length === 0) return second < 0 ? items.slice(second) : items.slice(0, second)
  const count = rest[0]
  if (!isInt(count)) throw refuse(28727, `Third argument to $slice must be a 32-bit integer, but is ${typeName(count)}`)
  if (count <= 0) throw refuse(28729, `Third argument to $slice must be positive: ${count}`)
  const start = second < 0 ? Math.max(0, items.length + second) : second
  return items.slice(start, start + count)
})

export const arrays: Operators = {
  $arrayElemAt: elementAt,
  $arrayToObject: toObject,
  $concatArrays: concatArrays,
  $in: operator('$in', 2, 2, (value, array) => {
    const items = needArray(40081, '$in', array, 'second argument')
    return items.some((item) => equals(item, value))
  }),
  $indexOfArray: indexOf,
  $isArray: operator('$isArray', 1, 1, (value) => Array.isArray(value)),
  $reverseArray: operator('$reverseArray', 1, 1, (value) =>
    isMissingOrNull(value) ? null : needArray(34435, '$reverseArray', value).slice().reverse(),
  ),
  $size: operator('$size', 1, 1, (value) => {
    if (!Array.isArray(value))
      throw refuse(17124, `The argument to $size must be an array, but was of type: ${typeName(value)}`)
    return value.length
  }),
  $slice: slice,
}
