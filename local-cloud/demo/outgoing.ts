import type { CollectionName } from '../../cloudfunctions/_data/collections'

/** Documents of one insert. */
export interface Batch {
  readonly collection: CollectionName
  readonly documents: object[]
}

/** How many documents one insert carries at most. */
export const MOST_AT_ONCE = 2000

/** What is invented, in order; `share`: how far it is with a part that takes long, 0 … 1. */
export interface Step extends Batch {
  readonly part: string
  readonly share?: number
}

/** Documents on their way into the database, put together into large writes. */
export class Outgoing {
  private readonly waiting = new Map<CollectionName, object[]>()

  /** @param most how many documents one insert carries at most */
  constructor(private readonly most: number) {}

  add(collection: CollectionName, documents: readonly object[]): void {
    const list = this.waiting.get(collection)
    if (!list) this.waiting.set(collection, [...documents])
    else for (const document of documents) list.push(document)
  }

  /** The inserts that are full. */
  *full(): Generator<Batch> {
    for (const [collection, list] of this.waiting) {
      while (list.length >= this.most) yield { collection, documents: list.splice(0, this.most) }
    }
  }

  /** What is left, too. */
  *rest(): Generator<Batch> {
    yield* this.full()
    for (const [collection, documents] of this.waiting) if (documents.length > 0) yield { collection, documents }
    this.waiting.clear()
  }
}
