import { EJSON } from 'bson'
import { CloudError } from '../errors'
import type { Document, Value } from '../store/document'
import { isPlainObject } from '../store/document'

/** Server dates are written as `{$tcb_server_date: {offset}}` and become the cloud's time plus the offset (ms). */
const resolveServerDates = (value: Value, now: number): Value => {
  if (Array.isArray(value)) return value.map((item) => resolveServerDates(item, now))
  if (!isPlainObject(value)) return value
  const mark = value.$tcb_server_date
  if (isPlainObject(mark)) return new Date(now + (typeof mark.offset === 'number' ? mark.offset : 0))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveServerDates(item, now)]))
}

/** EJSON gives BSON's own regular expressions; the matcher wants JavaScript's. */
const nativeRegexes = (value: Value): Value => {
  if (Array.isArray(value)) return value.map(nativeRegexes)
  if (typeof value === 'object' && value !== null && '_bsontype' in value && value._bsontype === 'BSONRegExp') {
    const { pattern, options } = value as unknown as { pattern: string; options: string }
    return new RegExp(pattern, options.replace(/[^gimsuy]/g, ''))
  }
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, nativeRegexes(item)]))
}

/**
 * Reads canonical EJSON as the SDK sends it: numbers, dates and ids as JavaScript values, server dates resolved.
 * @param now the cloud's time in epoch ms
 * @param what names the part of the request in the error
 */
export const readEjson = (text: unknown, now: number, what: string): Value => {
  if (typeof text !== 'string') throw new CloudError('INVALID_PARAM', `${what} must be an EJSON string`)
  try {
    return resolveServerDates(nativeRegexes(EJSON.parse(text, { relaxed: true }) as Value), now)
  } catch {
    throw new CloudError('INVALID_PARAM', `${what} is not valid EJSON`)
  }
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
