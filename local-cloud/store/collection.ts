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
import type { WritableView } from './view'

type Bytes = Database<Buffer, Buffer>

/** Where facts about indexes are kept: which fields have seen an array, and how an index was declared when it was built. */
export interface IndexNotes {
  get(key: string): unknown
  put(key: string, value: unknown): void
}

const binary = { encoding: 'binary', keyEncoding: 'binary' } as const

/** LMDB walks backwards from an exclusive start to an inclusive end. */
const rangeOptions = ({ start, end }: KeyRange, reverse: boolean): RangeOptions =>
  reverse
    ? {
        reverse: true,
        ...(end && { start: end, exclusiveStart: true }),
        ...(start && { end: start, inclusiveEnd: true }),
      }
    : { ...(start && { start }), ...(end && { end }) }

/**
 * One collection: its documents under their encoded id, and one ordered database per index whose keys are
 * (encoded fields, encoded id) and whose values are the encoded id. The methods that write must run inside a write
 * transaction of the store; each checks before it writes, so that a refused document leaves nothing behind.
 */
export class Collection implements WritableView {
  private readonly documents: Bytes
  private readonly indexed: { schema: IndexSchema; keys: Bytes; multiKey: Set<string> }[]

  constructor(
    readonly name: string,
    readonly indexes: readonly IndexSchema[],
    env: RootDatabase,
    private readonly notes: IndexNotes,
  ) {
    this.documents = env.openDB<Buffer, Buffer>(`documents:${name}`, binary)
    this.indexed = indexes.map((schema) => ({
      schema,
      keys: env.openDB<Buffer, Buffer>(`index:${name}:${schema.name}`, binary),
      multiKey: new Set(notes.get(`multikey:${name}:${schema.name}`) as string[] | undefined),
    }))
  }

  get(id: Value): Document | undefined {
    const bytes = this.documents.get(encodeValue(id))
    return bytes && decodeDocument(bytes)
  }

  /** How many documents there are. */
  size(): number {
    return (this.documents.getStats() as { entryCount: number }).entryCount
  }

  multiKeyFields(index: IndexSchema): ReadonlySet<string> {
    return this.indexed.find(({ schema }) => schema === index)?.multiKey ?? new Set()
  }

  /** The documents that a plan finds, each once. */
  *candidates(plan: Plan): Generator<Document> {
    if (plan.kind === 'scan') yield* this.range({ start: null, end: null }, false)
    else if (plan.kind === 'ids') {
      const keys = new Map(plan.ids.map((id) => [encodeValue(id).toString('latin1'), id]))
      for (const id of keys.values()) {
        const document = this.get(id)
        if (document) yield document
      }
    } else yield* this.throughIndex(plan)
  }

  private *throughIndex(plan: Extract<Plan, { kind: 'index' }>): Generator<Document> {
    const index = this.indexed.find(({ schema }) => schema === plan.index)
    if (!index) {
      for (const range of plan.ranges) yield* this.range(range, plan.reverse)
      return
    }
    const seen = new Set<string>()
    const repeats = plan.ranges.length > 1 || index.multiKey.size > 0
    for (const range of plan.ranges) {
      for (const { value } of index.keys.getRange(rangeOptions(range, plan.reverse))) {
        if (repeats) {
          const id = value.toString('latin1')
          if (seen.has(id)) continue
          seen.add(id)
        }
        const bytes = this.documents.get(value)
        if (bytes) yield decodeDocument(bytes)
      }
    }
  }

  private *range(range: KeyRange, reverse: boolean): Generator<Document> {
    for (const { value } of this.documents.getRange(rangeOptions(range, reverse))) yield decodeDocument(value)
  }

  /** Adds a document whose `_id` is set; refuses a taken id or unique key. */
  insert(document: Document): void {
    const id = encodeValue(document._id)
    if (this.documents.doesExist(id)) throw this.duplicate('_id_', { _id: document._id })
    this.store(id, document, undefined)
  }

  /** Puts the new state of a document (same `_id`) in place of the old. */
  replace(old: Document, document: Document): void {
    this.store(encodeValue(old._id), document, old)
  }

  remove(document: Document): void {
    const id = encodeValue(document._id)
    for (const { schema, keys } of this.indexed) {
      for (const key of indexKeys(schema, document).keys) keys.remove(Buffer.concat([key, id]))
    }
    this.documents.remove(id)
  }

  private store(id: Buffer, document: Document, old: Document | undefined): void {
    const bytes = encodeDocument(document)
    const changes = this.indexed.map((index) => {
      const after = indexKeys(index.schema, document)
      const before = new Set(old ? indexKeys(index.schema, old).keys.map((key) => key.toString('latin1')) : [])
      const added = after.keys.filter((key) => !before.delete(key.toString('latin1')))
      if (index.schema.unique) for (const key of added) this.checkUnique(index.schema, index.keys, key, document)
      return { index, added, dropped: [...before].map((key) => Buffer.from(key, 'latin1')), arrays: after.arrayFields }
    })
    for (const { index, added, dropped, arrays } of changes) {
      for (const key of dropped) index.keys.remove(Buffer.concat([key, id]))
      for (const key of added) index.keys.put(Buffer.concat([key, id]), id)
      this.noteArrays(index.schema, index.multiKey, arrays)
    }
    this.documents.put(id, bytes)
  }

  private checkUnique(index: IndexSchema, keys: Bytes, key: Buffer, document: Document): void {
    const end = afterPrefix(key)
    for (const _taken of keys.getKeys({ start: key, ...(end && { end }), limit: 1 })) {
      throw this.duplicate(index.name, Object.fromEntries(index.fields.map(([field]) => [field, document[field]])))
    }
  }

  private duplicate(index: string, key: Record<string, Value>) {
    return badRequest(
      `E11000 duplicate key error collection: ${this.name} index: ${index} dup key: ${JSON.stringify(key)}`,
    )
  }

  private noteArrays(index: IndexSchema, known: Set<string>, fields: readonly string[]): void {
    if (fields.every((field) => known.has(field))) return
    for (const field of fields) known.add(field)
    this.notes.put(`multikey:${this.name}:${index.name}`, [...known])
  }

  /** Builds an index anew from the documents; for a declaration that is new or has changed. */
  rebuild(schema: IndexSchema): void {
    const index = this.indexed.find((entry) => entry.schema === schema)
    if (!index) throw new Error(`${this.name} has no index ${schema.name}`)
    index.keys.clearSync()
    for (const document of [...this.range({ start: null, end: null }, false)]) {
      const { keys, arrayFields } = indexKeys(schema, document)
      const id = encodeValue(document._id)
      for (const key of keys) {
        if (schema.unique) this.checkUnique(schema, index.keys, key, document)
        index.keys.putSync(Buffer.concat([key, id]), id)
      }
      this.noteArrays(schema, index.multiKey, arrayFields)
    }
  }

  /** Forgets every document. */
  clear(): void {
    this.documents.clearSync()
    for (const { keys } of this.indexed) keys.clearSync()
  }
}
