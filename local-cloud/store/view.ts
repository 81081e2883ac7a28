import type { Document, Value } from './document'
import type { Plan } from './planner'
import type { IndexSchema } from './schema'

/** A collection as a query sees it: the committed state, or a transaction's snapshot with its own writes. */
export interface CollectionView {
  readonly name: string
  readonly indexes: readonly IndexSchema[]
  get(id: Value): Document | undefined
  /** How many documents there are. */
  size(): number
  /** Fields of an index in which some document has an array. */
  multiKeyFields(index: IndexSchema): ReadonlySet<string>
  /** The documents that a plan finds, each once, in the order of the plan. */
  candidates(plan: Plan): Iterable<Document>
}

/** The same, where documents may be changed; each change checks before it writes. */
export interface WritableView extends CollectionView {
  /** Adds a document whose `_id` is set; refuses a taken id or unique key. */
  insert(document: Document): void
  /** Puts the new state of a document (same `_id`) in place of the old. */
  replace(old: Document, document: Document): void
  remove(document: Document): void
}
