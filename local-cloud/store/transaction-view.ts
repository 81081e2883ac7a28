import type { Collection, DocumentChange, Found } from './collection'
import { duplicateId, duplicateKey, keyOf } from './collection'
import type { Document, Value } from './document'
import { encodeDocument } from './document'
import { indexKeys } from './index-keys'
import { encodeValue } from './key-encoding'
import type { KeyRange } from './key-range'
import type { Plan } from './planner'
import type { IndexSchema } from './schema'
import type { Snapshot } from './snapshot'
import type { WritableView } from './view'
import { documentName, uniqueKeyName } from './write-guard'

const latin1 = (bytes: Buffer): string => bytes.toString('latin1')

const isWithin = (key: Buffer, { start, end }: KeyRange): boolean =>
  (!start || Buffer.compare(key, start) >= 0) && (!end || Buffer.compare(key, end) < 0)

/** Two streams in the order of their keys as one. */
function* merge(some: Iterable<Found>, others: readonly Found[], reverse: boolean): Generator<Found> {
  let next = 0
  for (const found of some) {
    for (let other = others[next]; other; other = others[++next]) {
      if (Buffer.compare(other.key, found.key) > 0 !== reverse) break
      yield other
    }
    yield found
  }
  yield* others.slice(next)
}

/** What a transaction sees of one collection and does to it: the snapshot with its own changes, which stay in memory. */
export class TransactionView implements WritableView {
  /** By encoded id. `before` is the state in the snapshot. */
  private readonly own = new Map<string, DocumentChange>()
  /** Keys of unique indexes that the changes take (by whom) or give up (null). */
  private readonly ownKeys = new Map<string, string | null>()

  /** What the writes so far came to, in bytes of BSON. */
  bytes = 0

  /** @param claim makes a name the transaction's own, or throws a conflict */
  constructor(
    private readonly committed: Collection,
    private readonly snapshot: Snapshot,
    private readonly claim: (name: string) => void,
  ) {}

  get name() {
    return this.committed.name
  }

  get indexes() {
    return this.committed.indexes
  }

  changes(): DocumentChange[] {
    return [...this.own.values()]
  }

  get(id: Value): Document | undefined {
    const change = this.own.get(latin1(encodeValue(id)))
    return change ? change.after : this.committed.get(id, this.snapshot)
  }

  size(): number {
    const grown = this.changes().reduce((sum, { before, after }) => sum + Number(!!after) - Number(!!before), 0)
    return this.committed.size(this.snapshot) + grown
  }

  multiKeyFields(index: IndexSchema): ReadonlySet<string> {
    const fields = new Set(this.committed.multiKeyFields(index))
    for (const { after } of this.own.values()) {
      if (after) for (const field of indexKeys(index, after).arrayFields) fields.add(field)
    }
    return fields
  }

  *candidates(plan: Plan): Generator<Document> {
    if (plan.kind === 'ids') {
      const ids = new Map(plan.ids.map((id) => [latin1(encodeValue(id)), id]))
      for (const id of ids.values()) {
        const document = this.get(id)
        if (document) yield document
      }
      return
    }
    const reverse = plan.kind === 'index' && plan.reverse
    for (const { document } of merge(this.untouched(plan), this.ownFound(plan, reverse), reverse)) yield document
  }

  /** What the plan finds in the snapshot and the transaction has not changed. */
  private *untouched(plan: Plan): Generator<Found> {
    for (const found of this.committed.found(plan, this.snapshot)) {
      if (!this.own.has(latin1(encodeValue(found.document._id)))) yield found
    }
  }

  /** What the plan would find of the transaction's own documents, each under the first of its keys. */
  private ownFound(plan: Plan, reverse: boolean): Found[] {
    const ranges = plan.kind === 'index' ? plan.ranges : [{ start: null, end: null }]
    const index = plan.kind === 'index' && this.indexes.includes(plan.index) ? plan.index : undefined
    const order = (a: Buffer, b: Buffer) => (reverse ? Buffer.compare(b, a) : Buffer.compare(a, b))
    const found: Found[] = []
    for (const { after } of this.own.values()) {
      if (!after) continue
      const id = encodeValue(after._id)
      const keys = index ? indexKeys(index, after).keys.map((key) => Buffer.concat([key, id])) : [id]
      const [key] = keys.filter((candidate) => ranges.some((range) => isWithin(candidate, range))).sort(order)
      if (key) found.push({ key, document: after })
    }
    return found.sort((a, b) => order(a.key, b.key))
  }

  insert(document: Document): void {
    this.claim(documentName(this.name, encodeValue(document._id)))
    if (this.get(document._id)) throw duplicateId(this.name, document._id)
    this.note(undefined, document)
  }

  replace(old: Document, document: Document): void {
    this.claim(documentName(this.name, encodeValue(old._id)))
    this.note(old, document)
  }

  remove(document: Document): void {
    this.claim(documentName(this.name, encodeValue(document._id)))
    this.note(document, undefined)
  }

  private note(old: Document | undefined, after: Document | undefined): void {
    const id = encodeValue((old ?? after)?._id)
    if (after) {
      this.bytes += encodeDocument(after).byteLength
      for (const index of this.indexes) indexKeys(index, after)
    }
    for (const index of this.indexes) if (index.unique) this.noteKeys(index, latin1(id), old, after)
    const first = this.own.get(latin1(id))
    this.own.set(latin1(id), { before: first ? first.before : old, after })
  }

  private noteKeys(index: IndexSchema, id: string, old: Document | undefined, after: Document | undefined): void {
    const before = old ? indexKeys(index, old).keys : []
    const given = new Set(before.map(latin1))
    for (const key of after ? indexKeys(index, after).keys : []) {
      if (given.delete(latin1(key))) continue
      const name = uniqueKeyName(this.name, index.name, key)
      this.claim(name)
      if (this.isTaken(index, key, name)) throw duplicateKey(this.name, index.name, keyOf(index, after as Document))
      this.ownKeys.set(name, id)
    }
    for (const key of given) {
      const name = uniqueKeyName(this.name, index.name, Buffer.from(key, 'latin1'))
      this.claim(name)
      this.ownKeys.set(name, null)
    }
  }

  private isTaken(index: IndexSchema, key: Buffer, name: string): boolean {
    const own = this.ownKeys.get(name)
    if (own !== undefined) return own !== null
    return this.committed.uniqueOwner(index, key, this.snapshot) !== undefined
  }
}
