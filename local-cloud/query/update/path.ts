import { badRequest, unsupported } from '../../errors'
import type { Value } from '../../store/document'
import { isPlainObject, ownField } from '../../store/document'
import { splitPath } from '../limits'
import { refuse } from '../refuse'
import { compare } from '../values'

/** Setting an element far beyond the end would fill the gap with nulls; MongoDB draws the line here, too. */
const maxPadding = 1_500_000

const isIndex = (part: string) => /^(0|[1-9]\d*)$/.test(part)

/** Splits a dotted path; refuses empty parts, `$`-positions (not supported) and the immutable `_id`. */
export const readPath = (operator: string, path: string): string[] => {
  const parts = splitPath(path)
  if (parts.some((part) => part === ''))
    throw refuse(56, `The update path '${path}' contains an empty field name, which is not allowed.`)
  if (parts.some((part) => part.startsWith('$'))) throw unsupported(`the positional path '${path}' in ${operator}`)
  if (parts.includes('__proto__')) throw unsupported('a field named __proto__')
  if (parts.some((part) => part.includes('\0'))) throw refuse(2, `The update path '${path}' contains a null byte`)
  if (parts[0] === '_id') {
    throw refuse(66, `Performing an update on the path '${path}' would modify the immutable field '_id'`)
  }
  return parts
}

/** A place in a document: a field of an object or an element of an array. */
export interface Place {
  holder: Record<string, Value> | Value[]
  key: string
}

const show = (key: string, value: Value): string => {
  const json = JSON.stringify({ [key]: value }) ?? key
  return json.length > 120 ? `${json.slice(0, 117)}…` : json
}

export const readPlace = ({ holder, key }: Place): Value =>
  Array.isArray(holder) ? holder[Number(key)] : ownField(holder, key)

export const writePlace = ({ holder, key }: Place, value: Value): void => {
  if (!Array.isArray(holder)) {
    holder[key] = value
    return
  }
  const index = Number(key)
  if (index - holder.length > maxPadding)
    throw badRequest(`the array would be filled with ${index - holder.length} nulls`)
  while (holder.length < index) holder.push(null)
  holder[index] = value
}

/** Removes a field; an element of an array becomes null, so that the others keep their places. */
export const clearPlace = ({ holder, key }: Place): void => {
  if (!Array.isArray(holder)) delete holder[key]
  else if (Number(key) < holder.length) holder[Number(key)] = null
}

const step = (holder: Value, key: string, previous: string): Place => {
  if (isPlainObject(holder)) return { holder, key }
  if (Array.isArray(holder) && isIndex(key)) return { holder, key }
  throw refuse(28, `Cannot create field '${key}' in element ${show(previous, holder)}`)
}

/** The place of a path, making missing objects on the way. A scalar, null or a name within an array is an error. */
export const openPlace = (document: Record<string, Value>, parts: readonly string[]): Place => {
  let place = step(document, parts[0] as string, '')
  for (const part of parts.slice(1)) {
    if (readPlace(place) === undefined) writePlace(place, {})
    place = step(readPlace(place), part, place.key)
  }
  return place
}

/** The place of a path if all before its last part exists; otherwise undefined. Changes nothing. */
export const findPlace = (document: Record<string, Value>, parts: readonly string[]): Place | undefined => {
  let holder: Value = document
  for (const [i, key] of parts.entries()) {
    if (!isPlainObject(holder) && !(Array.isArray(holder) && isIndex(key))) return undefined
    const place: Place = { holder, key }
    if (i === parts.length - 1) return place
    holder = readPlace(place)
  }
  return undefined
}

/** By parts: indexes by their number, names by their letters. */
export const comparePaths = (a: string, b: string): number => {
  const [left, right] = [a.split('.'), b.split('.')]
  for (const [i, part] of left.entries()) {
    const other = right[i]
    if (other === undefined) return 1
    const difference = isIndex(part) && isIndex(other) ? Number(part) - Number(other) : compare(part, other)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
