import { badRequest, CloudError } from '../errors'
import type { Collection, DocumentChange } from './collection'
import type { Snapshot } from './snapshot'
import { TransactionView } from './transaction-view'
import type { WritableView } from './view'
import type { Holder, WriteGuard } from './write-guard'

/** The most that the writes of one transaction may come to, in bytes (MongoDB's limit of one log entry). */
const maxBytes = 16 * 1024 * 1024

/** What is answered to the transaction that came too late. */
export const conflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
  )

/**
 * One open transaction: a snapshot, and changes that nobody else sees. What it writes it holds until it ends; the
 * first writer wins, and the loser hears of it on the operation (a write conflict, as in MongoDB).
 */
export class Transaction implements Holder {
  readonly ended: Promise<void>
  private readonly views = new Map<string, TransactionView>()
  private readonly claimed = new Set<string>()
  private readonly since: number
  private end: () => void = () => undefined

  constructor(
    readonly id: string,
    private readonly snapshot: Snapshot,
    private readonly guard: WriteGuard,
  ) {
    this.since = guard.begin()
    this.ended = new Promise((resolve) => {
      this.end = resolve
    })
  }

  /** The collection as this transaction sees it. */
  view(collection: Collection): WritableView {
    const known = this.views.get(collection.name)
    if (known) return known
    const view = new TransactionView(collection, this.snapshot, (name) => this.claim(name))
    this.views.set(collection.name, view)
    return view
  }

  private claim(name: string): void {
    if (!this.guard.claim(name, this, this.since)) throw conflict()
    this.claimed.add(name)
  }

  /** Refuses what has grown beyond the limit. Called after each write. */
  checkSize(): void {
    let bytes = 0
    for (const view of this.views.values()) bytes += view.bytes
    if (bytes > maxBytes) throw badRequest('the transaction has changed more than 16 MB')
  }

  /** What it changed, by collection. */
  changes(): [name: string, changes: DocumentChange[]][] {
    return [...this.views].map(([name, view]) => [name, view.changes()])
  }

  /** Reads nothing more; what it wrote it still holds, until `release`. */
  closeSnapshot(): void {
    this.snapshot.close()
  }

  /** Lets others write what it held. */
  release(): void {
    this.guard.end(this, this.claimed)
    this.end()
  }
}
