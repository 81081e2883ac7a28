import { badRequest } from '../errors'
import type { Value } from './document'
import { isPlainObject } from './document'

/**
 * Values as bytes whose memcmp order is MongoDB's BSON comparison order:
 * MinKey < null/missing < numbers < strings < objects < arrays < binary < ObjectId < booleans < dates < regular expressions < MaxKey.
 * One encoding serves index keys, sorting and uniqueness, so that they can never disagree.
 */
export const tags = {
  min: 0x01,
  null: 0x05,
  number: 0x0a,
  string: 0x10,
  object: 0x18,
  array: 0x20,
  binary: 0x28,
  objectId: 0x30,
  boolean: 0x38,
  date: 0x40,
  regex: 0x48,
  max: 0xf0,
} as const

/** Bytes are collected here; a key is rarely longer than a few dozen. */
class Writer {
  private bytes = Buffer.allocUnsafe(128)
  length = 0

  private room(count: number): void {
    if (this.length + count <= this.bytes.length) return
    const larger = Buffer.allocUnsafe((this.length + count) * 2)
    this.bytes.copy(larger, 0, 0, this.length)
    this.bytes = larger
  }

  byte(value: number): this {
    this.room(1)
    this.bytes[this.length++] = value
    return this
  }

  /** IEEE 754 with the sign bit flipped (positive) or all bits flipped (negative) sorts as the numbers do; NaN comes first. */
  double(value: number): this {
    this.room(8)
    const at = this.length
    this.bytes.writeDoubleBE(value === 0 ? 0 : value, at)
    if (Number.isNaN(value)) this.bytes.fill(0, at, at + 8)
    else if (value < 0) for (let i = at; i < at + 8; i++) this.bytes[i] = (this.bytes[i] as number) ^ 0xff
    else this.bytes[at] = (this.bytes[at] as number) | 0x80
    this.length += 8
    return this
  }

  /** Zero-terminated; a zero inside becomes 00 ff, which still sorts after the terminator 00 01. */
  escaped(source: Uint8Array): this {
    for (const value of source) {
      this.byte(value)
      if (value === 0) this.byte(0xff)
    }
    return this.byte(0).byte(1)
  }

  take(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.length))
  }
}

const hasBsonType = (value: object): value is { _bsontype: string } => '_bsontype' in value

const write = (out: Writer, value: Value): Writer => {
  if (value === null || value === undefined) return out.byte(tags.null)
  switch (typeof value) {
    case 'number':
      return out.byte(tags.number).double(value)
    case 'bigint':
      return out.byte(tags.number).double(Number(value))
    case 'string':
      return out.byte(tags.string).escaped(Buffer.from(value, 'utf8'))
    case 'boolean':
      return out.byte(tags.boolean).byte(value ? 1 : 0)
  }
  if (value instanceof Date) {
    return out.byte(tags.date).double(value.getTime())
  }
  if (Array.isArray(value)) {
    out.byte(tags.array)
    for (const item of value) write(out, item)
    return out.byte(0)
  }
  if (value instanceof RegExp) {
    return out.byte(tags.regex).escaped(Buffer.from(`${value.source}/${value.flags}`, 'utf8'))
  }
  if (typeof value === 'object' && hasBsonType(value)) return writeBson(out, value)
  if (isPlainObject(value)) {
    out.byte(tags.object)
    for (const [key, item] of Object.entries(value)) {
      // MongoDB compares a field's type before its name.
      const field = encodeValue(item)
      out.byte(field[0] as number)
      out.escaped(Buffer.from(key, 'utf8'))
      for (const byte of field.subarray(1)) out.byte(byte)
    }
    return out.byte(0)
  }
  throw badRequest(`a value of type ${Object.prototype.toString.call(value)} cannot be stored or compared`)
}

const writeBson = (out: Writer, value: { _bsontype: string }): Writer => {
  switch (value._bsontype) {
    case 'ObjectId':
      out.byte(tags.objectId)
      for (const byte of Buffer.from(String(value), 'hex')) out.byte(byte)
      return out
    case 'Binary': {
      out.byte(tags.binary)
      const bytes = (value as unknown as { value(): Uint8Array }).value()
      out.double(bytes.length)
      for (const byte of bytes) out.byte(byte)
      return out
    }
    case 'Long':
    case 'Double':
    case 'Int32':
      return out.byte(tags.number).double(Number(value))
    case 'MinKey':
      return out.byte(tags.min)
    case 'MaxKey':
      return out.byte(tags.max)
    default:
      throw badRequest(`values of the BSON type ${value._bsontype} are not supported`)
  }
}

/** The bytes of one value. Missing (undefined) counts as null, as in MongoDB's indexes. */
export const encodeValue = (value: Value): Buffer => {
  return write(new Writer(), value).take()
}

/** Bytes of the opposite order, for descending fields. No encoding is a prefix of another, so inverting suffices. */
export const invert = (bytes: Buffer): Buffer => {
  const inverted = Buffer.allocUnsafe(bytes.length)
  for (let i = 0; i < bytes.length; i++) inverted[i] = (bytes[i] as number) ^ 0xff
  return inverted
}

/** BSON comparison: negative, zero or positive. */
export const compareValues = (a: Value, b: Value): number => Buffer.compare(encodeValue(a), encodeValue(b))
