import { Binary, EJSON, MaxKey, MinKey, ObjectId } from 'bson'
import { CloudError, unsupported } from '../errors'
import type { Document, Value } from '../store/document'
import { isPlainObject } from '../store/document'
import { checkDepth } from './limits'
import { compilePattern } from './match/regex'
import { refuse } from './refuse'

const invalid = (mark: string) => new CloudError('INVALID_PARAM', `${mark} is not valid EJSON`)

const text = (mark: string, value: Value): string => {
  if (typeof value !== 'string') throw invalid(mark)
  return value
}

const number = (mark: string, value: Value): number => {
  const parsed = Number(text(mark, value))
  if (value === '' || (Number.isNaN(parsed) && value !== 'NaN')) throw invalid(mark)
  return parsed
}

/**
 * A whole number of 64 bits. Production keeps every digit, so a number that JavaScript would read otherwise is an error
 * here; the rounded digits that the SDK sends for large JavaScript numbers are what they were.
 */
const long = (mark: string, value: Value): number => {
  const digits = text(mark, value)
  if (!/^-?\d{1,20}$/.test(digits)) throw invalid(mark)
  const exact = BigInt(digits)
  if (BigInt.asIntN(64, exact) !== exact) throw invalid(mark)
  const rounded = Number(exact)
  if (BigInt(rounded) !== exact && String(rounded) !== digits) {
    throw unsupported(`whole numbers like ${digits}, which JavaScript cannot hold exactly (beyond 2^53)`)
  }
  return rounded
}

const date = (mark: string, value: Value): Date => {
  const ms = isPlainObject(value)
    ? long(mark, value.$numberLong)
    : typeof value === 'string'
      ? Date.parse(value)
      : value
  if (typeof ms !== 'number' || Number.isNaN(new Date(ms).getTime())) throw invalid(mark)
  return new Date(ms)
}

/** The store and the matcher want JavaScript's regular expressions; an option that they do not have is refused. */
const regex = (mark: string, value: Value): RegExp => {
  if (!isPlainObject(value)) throw invalid(mark)
  const [pattern, options] = [text(mark, value.pattern), text(mark, value.options ?? '')]
  compilePattern(pattern, options)
  try {
    return new RegExp(pattern, options)
  } catch (error) {
    throw refuse(51091, `Regular expression is invalid: ${(error as Error).message}`)
  }
}

const binary = (mark: string, value: Value): Binary => {
  if (!isPlainObject(value)) throw invalid(mark)
  return new Binary(Buffer.from(text(mark, value.base64), 'base64'), Number.parseInt(text(mark, value.subType), 16))
}

const objectId = (mark: string, value: Value): ObjectId => {
  if (!/^[0-9a-f]{24}$/i.test(text(mark, value))) throw invalid(mark)
  return new ObjectId(value as string)
}

const readers: Record<string, (mark: string, value: Value, now: number) => Value> = {
  $numberInt: number,
  $numberDouble: number,
  $numberLong: long,
  $date: date,
  $oid: objectId,
  $regularExpression: regex,
  $binary: binary,
  $minKey: () => new MinKey(),
  $maxKey: () => new MaxKey(),
  // A server date: the cloud's time and an offset in ms.
  $tcb_server_date: (_mark, value, now) => {
    const offset = isPlainObject(value) ? native(value.offset, now) : 0
    return new Date(now + (typeof offset === 'number' ? offset : 0))
  },
}

const unknownTypes: Record<string, string> = {
  $numberDecimal: 'Decimal128',
  $timestamp: 'Timestamp',
  $symbol: 'Symbol',
  $code: 'Code',
  $uuid: 'UUID',
  $dbPointer: 'DBPointer',
  $undefined: 'Undefined',
}

const object = (value: Record<string, Value>, now: number): Value => {
  const keys = Object.keys(value)
  const [mark = ''] = keys
  if (keys.length === 1 && mark.startsWith('$')) {
    const read = Object.getOwnPropertyDescriptor(readers, mark)?.value as (typeof readers)[string] | undefined
    if (read) return read(mark, value[mark], now)
    const type = Object.getOwnPropertyDescriptor(unknownTypes, mark)?.value as string | undefined
    if (type) throw unsupported(`values of the BSON type ${type}`)
  }
  return Object.fromEntries(
    keys.map((key) => {
      // JavaScript would take it for the object's prototype.
      if (key === '__proto__') throw unsupported('a field named __proto__')
      return [key, native(value[key], now)]
    }),
  )
}

/** What JSON gives, as the store keeps it. */
const native = (value: Value, now: number): Value => {
  if (Array.isArray(value)) return value.map((item) => native(item, now))
  return isPlainObject(value) ? object(value, now) : value
}

const parse = (source: string, what: string): Value => {
  try {
    return JSON.parse(source) as Value
  } catch {
    throw new CloudError('INVALID_PARAM', `${what} is not valid EJSON`)
  }
}

/**
 * Reads canonical EJSON as the SDK sends it: numbers, dates and ids as JavaScript values, server dates resolved. A mark of
 * EJSON counts only where it is all there is, and `$regex` stays the operator that it is in a filter.
 * @param now the cloud's time in epoch ms
 * @param what names the part of the request in the error
 */
export const readEjson = (source: unknown, now: number, what: string): Value => {
  if (typeof source !== 'string') throw new CloudError('INVALID_PARAM', `${what} must be an EJSON string`)
  const parsed = parse(source, what)
  // Filters, pipelines and the marks of EJSON add some levels to what a document may have.
  checkDepth(parsed, 180)
  return native(parsed, now)
}

/** The same, where only an object makes sense. */
export const readEjsonObject = (source: unknown, now: number, what: string): Record<string, Value> => {
  const value = readEjson(source, now, what)
  if (!isPlainObject(value)) throw new CloudError('INVALID_PARAM', `${what} must be an object`)
  return value
}

/** One document as canonical EJSON. */
export const writeEjson = (document: Document | Record<string, Value>): string =>
  EJSON.stringify(document, { relaxed: false })
