import type { Database, RangeOptions, RootDatabase } from 'lmdb'
import { badRequest } from '../errors'
import type { Document, Value } from './document'
import { decodeDocument, encodeDocument } from './document'
import { indexKeys } from './index-keys'
import { encodeValue } from './key-encoding'
import type { KeyRange } from './key-range'
import { afterPrefix } from './key-range'
import type { Plan } from './planner'
import type { IndexSchema } from './schema'
import type { Snapshot } from './snapshot'
import type { WritableView } from './view'
import type { WriteGuard } from './write-guard'
import { documentName, uniqueKeyName } from './write-guard'

type Bytes = Database<Buffer, Buffer>

/** Where facts about indexes are kept: which fields have seen an array, and how an index was declared when it was built. */
export interface IndexNotes {
  get(key: string): unknown
  put(key: string, value: unknown): void
}

/** A document with the key under which a plan found it. */
export interface Found {
  key: Buffer
  document: Document
}

/** What becomes of a document: added, replaced (same `_id`) or removed. */
export interface DocumentChange {
  before: Document | undefined
  after: Document | undefined
}

interface Indexed {
  schema: IndexSchema
  keys: Bytes
  /** Fields at which some document has, or once had, an array. */
  multiKey: Set<string>
  /** Those of them that the store is known to have noted. */
  noted: Set<string>
}

const binary = { encoding: 'binary', keyEncoding: 'binary' } as const

/** LMDB walks backwards from an exclusive start to an inclusive end. */
const rangeOptions = ({ start, end }: KeyRange, reverse: boolean, at: Snapshot | undefined): RangeOptions => ({
  ...(at && { transaction: at.transaction }),
  ...(reverse
    ? {
        reverse: true,
        ...(end && { start: end, exclusiveStart: true }),
        ...(start && { end: start, inclusiveEnd: true }),
      }
    : { ...(start && { start }), ...(end && { end }) }),
})

const everything: KeyRange = { start: null, end: null }

export const duplicateKey = (collection: string, index: string, key: Record<string, Value>) =>
  badRequest(`E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${JSON.stringify(key)}`)

export const duplicateId = (collection: string, id: Value) => duplicateKey(collection, '_id_', { _id: id })

/** The fields of an index as the error of a taken key shows them. */
export const keyOf = (index: IndexSchema, document: Document) =>
  Object.fromEntries(index.fields.map(([field]) => [field, document[field]]))

/** The keys that come and go when a document changes. */
const difference = (before: readonly Buffer[], after: readonly Buffer[]) => {
  const left = new Set(before.map((key) => key.toString('latin1')))
  const added = after.filter((key) => !left.delete(key.toString('latin1')))
  return { added, dropped: [...left].map((key) => Buffer.from(key, 'latin1')) }
}

const fresh = (after: Buffer[]) => ({ added: after, dropped: [] as Buffer[] })

/**
 * One collection: its documents under their encoded id, and one ordered database per index whose keys are
 * (encoded fields, encoded id) and whose values are the encoded id. The methods that write must run inside a write
 * transaction of the store; each checks before it writes, so that a refused document leaves nothing behind.
 */
export class Collection implements WritableView {
  private readonly documents: Bytes
  private readonly indexed: Indexed[]

  constructor(
    readonly name: string,
    readonly indexes: readonly IndexSchema[],
    env: RootDatabase,
    private readonly notes: IndexNotes,
    private readonly guard: WriteGuard,
  ) {
    this.documents = env.openDB<Buffer, Buffer>(`documents:${name}`, binary)
    this.indexed = indexes.map((schema) => ({
      schema,
      keys: env.openDB<Buffer, Buffer>(`index:${name}:${schema.name}`, binary),
      multiKey: new Set<string>(),
      noted: new Set<string>(),
    }))
    this.readNotes()
  }

  /** @param at a snapshot; what is committed now without it */
  get(id: Value, at?: Snapshot): Document | undefined {
    return this.read(encodeValue(id), at)
  }

  private read(id: Buffer, at: Snapshot | undefined): Document | undefined {
    const bytes = at ? this.documents.get(id, { transaction: at.transaction }) : this.documents.get(id)
    return bytes && decodeDocument(bytes)
  }

  size(at?: Snapshot): number {
    if (at) return this.documents.getKeysCount({ transaction: at.transaction })
    return (this.documents.getStats() as { entryCount: number }).entryCount
  }

  multiKeyFields(index: IndexSchema): ReadonlySet<string> {
    return this.indexed.find(({ schema }) => schema === index)?.multiKey ?? new Set()
  }

  *candidates(plan: Plan): Generator<Document> {
    for (const { document } of this.found(plan)) yield document
  }

  /** The documents that a plan finds, each once, in its order, with the key that found them. */
  *found(plan: Plan, at?: Snapshot): Generator<Found> {
    if (plan.kind === 'scan') yield* this.range(everything, false, at)
    else if (plan.kind === 'ids') {
      const keys = new Map(plan.ids.map((id) => [encodeValue(id).toString('latin1'), encodeValue(id)]))
      for (const key of keys.values()) {
        const document = this.read(key, at)
        if (document) yield { key, document }
      }
    } else yield* this.throughIndex(plan, at)
  }

  private *throughIndex(plan: Extract<Plan, { kind: 'index' }>, at: Snapshot | undefined): Generator<Found> {
    const index = this.indexed.find(({ schema }) => schema === plan.index)
    if (!index) {
      for (const range of plan.ranges) yield* this.range(range, plan.reverse, at)
      return
    }
    const seen = new Set<string>()
    const repeats = plan.ranges.length > 1 || index.multiKey.size > 0
    for (const range of plan.ranges) {
      for (const { key, value } of index.keys.getRange(rangeOptions(range, plan.reverse, at))) {
        if (repeats) {
          const id = value.toString('latin1')
          if (seen.has(id)) continue
          seen.add(id)
        }
        const document = this.read(value, at)
        if (document) yield { key, document }
      }
    }
  }

  private *range(range: KeyRange, reverse: boolean, at?: Snapshot): Generator<Found> {
    for (const { key, value } of this.documents.getRange(rangeOptions(range, reverse, at))) {
      yield { key, document: decodeDocument(value) }
    }
  }

  /** The encoded id that stands under a key of a unique index. */
  uniqueOwner(index: IndexSchema, key: Buffer, at?: Snapshot): Buffer | undefined {
    const keys = this.indexed.find(({ schema }) => schema === index)?.keys
    const end = afterPrefix(key)
    const options = { ...rangeOptions({ start: key, end }, false, at), limit: 1 }
    for (const { value } of keys?.getRange(options) ?? []) return value
    return undefined
  }

  insert(document: Document): void {
    const id = encodeValue(document._id)
    this.guard.check(documentName(this.name, id))
    if (this.documents.doesExist(id)) throw duplicateId(this.name, document._id)
    this.store(id, document, undefined)
  }

  replace(old: Document, document: Document): void {
    const id = encodeValue(old._id)
    this.guard.check(documentName(this.name, id))
    this.store(id, document, old)
  }

  remove(document: Document): void {
    const id = encodeValue(document._id)
    this.guard.check(documentName(this.name, id))
    for (const { schema } of this.indexed) {
      if (!schema.unique) continue
      for (const key of indexKeys(schema, document).keys) this.guard.check(uniqueKeyName(this.name, schema.name, key))
    }
    this.drop(id, document)
  }

  /** Makes the changes of a transaction, which has checked them: together, so that the order of unique keys is no matter. */
  apply(changes: readonly DocumentChange[]): void {
    for (const { before } of changes) {
      if (!before) continue
      const id = encodeValue(before._id)
      this.guard.check(documentName(this.name, id))
      this.drop(id, before)
    }
    for (const { after } of changes) {
      if (!after) continue
      const id = encodeValue(after._id)
      this.guard.check(documentName(this.name, id))
      this.store(id, after, undefined)
    }
  }

  private drop(id: Buffer, document: Document): void {
    for (const { schema, keys } of this.indexed) {
      for (const key of indexKeys(schema, document).keys) keys.remove(Buffer.concat([key, id]))
    }
    this.documents.remove(id)
  }

  private store(id: Buffer, document: Document, old: Document | undefined): void {
    const bytes = encodeDocument(document)
    const changes = this.indexed.map((index) => {
      const after = indexKeys(index.schema, document)
      const { added, dropped } = old ? difference(indexKeys(index.schema, old).keys, after.keys) : fresh(after.keys)
      if (index.schema.unique) this.checkUnique(index.schema, added, dropped, document)
      return { index, added, dropped, arrays: after.arrayFields }
    })
    for (const { index, added, dropped, arrays } of changes) {
      for (const key of dropped) index.keys.remove(Buffer.concat([key, id]))
      for (const key of added) index.keys.put(Buffer.concat([key, id]), id)
      this.noteArrays(index, arrays)
    }
    this.documents.put(id, bytes)
  }

  private checkUnique(index: IndexSchema, added: Buffer[], dropped: Buffer[], document: Document): void {
    for (const key of [...dropped, ...added]) this.guard.check(uniqueKeyName(this.name, index.name, key))
    for (const key of added) {
      if (this.uniqueOwner(index, key)) throw duplicateKey(this.name, index.name, keyOf(index, document))
    }
  }

  private noteArrays({ schema, multiKey, noted }: Indexed, fields: readonly string[]): void {
    if (fields.every((field) => noted.has(field))) return
    for (const field of fields) {
      multiKey.add(field)
      noted.add(field)
    }
    this.notes.put(`multikey:${this.name}:${schema.name}`, [...multiKey])
  }

  /** Takes what is noted of the indexes from the store; again after a write that was undone, whose notes are gone too. */
  readNotes(): void {
    for (const { schema, multiKey, noted } of this.indexed) {
      noted.clear()
      for (const field of (this.notes.get(`multikey:${this.name}:${schema.name}`) as string[] | undefined) ?? []) {
        noted.add(field)
        multiKey.add(field)
      }
    }
  }

  /** Builds an index anew from the documents; for a declaration that is new or has changed. */
  rebuild(schema: IndexSchema): void {
    const index = this.indexed.find((entry) => entry.schema === schema)
    if (!index) throw new Error(`${this.name} has no index ${schema.name}`)
    index.keys.clearSync()
    for (const { key: id, document } of this.inBatches()) {
      const { keys, arrayFields } = indexKeys(schema, document)
      for (const key of keys) {
        if (schema.unique && this.uniqueOwner(schema, key)) {
          throw duplicateKey(this.name, schema.name, keyOf(schema, document))
        }
        index.keys.putSync(Buffer.concat([key, id]), id)
      }
      this.noteArrays(index, arrayFields)
    }
  }

  /** Every document, a thousand in memory at a time: nothing may be written while LMDB walks. */
  private *inBatches(): Generator<Found> {
    let start: Buffer | null = null
    for (;;) {
      const batch: Found[] = []
      for (const found of this.range({ start, end: null }, false)) {
        batch.push(found)
        if (batch.length === 1000) break
      }
      yield* batch
      const last = batch[batch.length - 1]
      if (batch.length < 1000 || !last) return
      // The next key after this one.
      start = Buffer.concat([last.key, Buffer.from([0])])
    }
  }

  /** Forgets every document. Not for use beside open transactions. */
  clear(): void {
    this.documents.clearSync()
    for (const { keys } of this.indexed) keys.clearSync()
  }
}
