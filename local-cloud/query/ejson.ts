import type { BSONRegExp, Long } from 'bson'
import { EJSON } from 'bson'
import { CloudError, unsupported } from '../errors'
import type { Document, Value } from '../store/document'
import { isPlainObject } from '../store/document'
import { checkDepth } from './limits'
import { refuse } from './refuse'

/** A whole number of 64 bits, where JavaScript can hold it: production keeps every digit, so losing one is an error here. */
const exactNumber = (long: Long): number => {
  const value = Number(long.toBigInt())
  if (BigInt(value) !== long.toBigInt()) {
    throw unsupported(`whole numbers like ${long.toString()}, which JavaScript cannot hold exactly (beyond 2^53)`)
  }
  return value
}

/** The store and the matcher want JavaScript's regular expressions; an option that they do not have is refused. */
const nativeRegex = ({ pattern, options }: BSONRegExp): RegExp => {
  const odd = options.replace(/[imsu]/g, '')
  if (odd !== '') throw unsupported(`the regular expression option '${odd}'`)
  try {
    return new RegExp(pattern, options)
  } catch (error) {
    throw refuse(51091, `Regular expression is invalid: ${(error as Error).message}`)
  }
}

const kept = new Set(['ObjectId', 'Binary', 'MinKey', 'MaxKey'])

const special = (value: { _bsontype: string }): Value => {
  switch (value._bsontype) {
    case 'Int32':
    case 'Double':
      return Number(value.valueOf())
    case 'Long':
      return exactNumber(value as unknown as Long)
    case 'BSONRegExp':
      return nativeRegex(value as unknown as BSONRegExp)
  }
  if (kept.has(value._bsontype)) return value
  throw unsupported(`values of the BSON type ${value._bsontype}`)
}

/** What EJSON gives, as the store keeps it. Server dates are marked `{$tcb_server_date: {offset}}` (ms). */
const native = (value: Value, now: number): Value => {
  if (Array.isArray(value)) return value.map((item) => native(item, now))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if ('_bsontype' in value) return special(value as { _bsontype: string })
  if (!isPlainObject(value)) return value
  const mark = value.$tcb_server_date
  if (isPlainObject(mark)) return new Date(now + Number(mark.offset ?? 0))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      // JavaScript would take it for the object's prototype.
      if (key === '__proto__') throw unsupported('a field named __proto__')
      return [key, native(item, now)]
    }),
  )
}

const parse = (text: string, what: string): Value => {
  try {
    return EJSON.parse(text, { relaxed: false }) as Value
  } catch (error) {
    const option = /regular expression option \[(.)\]/.exec(String(error))?.[1]
    if (option) throw refuse(51108, `invalid flag in regex options: ${option}`)
    throw new CloudError('INVALID_PARAM', `${what} is not valid EJSON`)
  }
}

/**
 * Reads canonical EJSON as the SDK sends it: numbers, dates and ids as JavaScript values, server dates resolved.
 * @param now the cloud's time in epoch ms
 * @param what names the part of the request in the error
 */
export const readEjson = (text: unknown, now: number, what: string): Value => {
  if (typeof text !== 'string') throw new CloudError('INVALID_PARAM', `${what} must be an EJSON string`)
  const parsed = parse(text, what)
  // Filters and pipelines add a few levels around what a document may have.
  checkDepth(parsed, 180)
  return native(parsed, now)
}

/** The same, where only an object makes sense. */
export const readEjsonObject = (text: unknown, now: number, what: string): Record<string, Value> => {
  const value = readEjson(text, now, what)
  if (!isPlainObject(value)) throw new CloudError('INVALID_PARAM', `${what} must be an object`)
  return value
}

/** One document as canonical EJSON. */
export const writeEjson = (document: Document | Record<string, Value>): string =>
  EJSON.stringify(document, { relaxed: false })
