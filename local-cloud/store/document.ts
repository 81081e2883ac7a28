import { randomBytes } from 'node:crypto'
import { BSON } from 'bson'
import { badRequest } from '../errors'

/** A stored value: null, boolean, number, string, Date, ObjectId, RegExp, array or nested document. */
export type Value = unknown

/** A document as the store keeps it. `_id` is a string, a number or an ObjectId. */
export interface Document {
  _id: Value
  [field: string]: Value
}

/** A plain nested document, as opposed to a Date, an ObjectId, a Binary or an array. */
export const isPlainObject = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** 32 hexadecimal characters, as the platform gives to documents without an `_id`. */
export const newId = (): string => randomBytes(16).toString('hex')

/** The largest document that the store takes, in bytes of BSON (MongoDB's limit). */
const maxDocumentBytes = 16 * 1024 * 1024

/** BSON keeps what JSON loses: dates, ids, null, the difference of numbers and strings. */
export const encodeDocument = (document: Document): Buffer => {
  const bytes = BSON.serialize(document, { ignoreUndefined: true })
  if (bytes.byteLength > maxDocumentBytes) throw badRequest('document is larger than 16 MB')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

export const decodeDocument = (bytes: Uint8Array): Document => BSON.deserialize(bytes) as Document

/** How deep a document may nest (MongoDB's limit). */
const maxDepth = 100

/** Field names that MongoDB could not address later are refused, at every depth, and what nests too deep. */
export const checkFieldNames = (value: Value, at = '', depth = 1): void => {
  // Each document and each list is a level; what stands in the last one is none.
  const nests = Array.isArray(value) || isPlainObject(value)
  if (nests && depth > maxDepth) throw badRequest(`a document may nest ${maxDepth} levels at most`)
  if (Array.isArray(value)) {
    for (const item of value) checkFieldNames(item, at, depth + 1)
  } else if (isPlainObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      const name = at === '' ? key : `${at}.${key}`
      if (key === '' || key.startsWith('$') || key.includes('.') || key.includes('\0')) {
        throw badRequest(`the field name '${name}' is not allowed in a stored document`)
      }
      checkFieldNames(item, name, depth + 1)
    }
  }
}

/** Zero bytes take two in a key, and a key (fields and id) must stay below LMDB's 1,978 bytes. */
const keyBytesOf = (id: string): number => Buffer.byteLength(id) + id.split('\0').length - 1

/** Checks the `_id` of a new document: a non-empty string, a finite number or an ObjectId. */
export const checkId = (id: Value): void => {
  if (typeof id === 'string' && id !== '' && keyBytesOf(id) <= 512) return
  if (typeof id === 'number' && Number.isFinite(id)) return
  if (typeof id === 'object' && id !== null && '_bsontype' in id && id._bsontype === 'ObjectId') return
  throw badRequest('_id must be a string of 1 to 512 bytes, a number or an ObjectId')
}

/** A field that the object itself has; never what every JavaScript object inherits. */
export const ownField = (holder: Record<string, Value>, key: string): Value =>
  Object.getOwnPropertyDescriptor(holder, key)?.value as Value
