import { randomUUID } from 'node:crypto'
import { CloudError } from '../errors'
import type { Snapshot } from './snapshot'
import { Transaction } from './transaction'
import type { WriteGuard } from './write-guard'

/** How long a transaction may stay open, in ms. The platform's own words: "must be commit or abort in 30 seconds". */
export const transactionLifetime = 30_000

/** Each open transaction takes one of LMDB's places for readers. */
const maxOpen = 256

/** A transaction that was committed, aborted, forgotten or never begun. Code and words as the platform's are remembered. */
const notOpen = (id: string) =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      `transaction must be commit or abort in 30 seconds. transactionId: ${id}`,
  )

/** The open transactions, by id. */
export class Transactions {
  private readonly open = new Map<string, { transaction: Transaction; timer: NodeJS.Timeout }>()

  /**
   * @param write makes the changes of a transaction durable, all or none
   * @param lifetime ms after which a forgotten transaction is aborted
   */
  constructor(
    private readonly openSnapshot: () => Snapshot,
    private readonly guard: WriteGuard,
    private readonly write: (transaction: Transaction) => Promise<void>,
    private readonly lifetime: number,
  ) {}

  /** Begins one and gives its id. */
  start(): string {
    if (this.open.size >= maxOpen) throw new CloudError('EXCEED_REQUEST_LIMIT', `${maxOpen} transactions are open`)
    const id = randomUUID()
    const transaction = new Transaction(id, this.openSnapshot(), this.guard)
    const timer = setTimeout(() => this.abort(id), this.lifetime)
    timer.unref()
    this.open.set(id, { transaction, timer })
    return id
  }

  /** Runs an operation in an open transaction. Whatever it throws aborts the transaction, as in MongoDB. */
  run<T>(id: string, operation: (transaction: Transaction) => T): T {
    const transaction = this.open.get(id)?.transaction
    if (!transaction) throw notOpen(id)
    try {
      const result = operation(transaction)
      transaction.checkSize()
      return result
    } catch (error) {
      this.abort(id)
      throw error
    }
  }

  /** Makes the changes durable. Resolves when they would survive the end of the process; a rejection means none is made. */
  async commit(id: string): Promise<void> {
    const transaction = this.take(id)
    try {
      await this.write(transaction)
    } finally {
      transaction.release()
    }
  }

  /** Forgets the changes. */
  abort(id: string): void {
    this.take(id).release()
  }

  /** Aborts all. */
  abortAll(): void {
    for (const id of [...this.open.keys()]) this.abort(id)
  }

  /** No longer open to operations, so that a second commit finds nothing. */
  private take(id: string): Transaction {
    const entry = this.open.get(id)
    if (!entry) throw notOpen(id)
    clearTimeout(entry.timer)
    this.open.delete(id)
    entry.transaction.closeSnapshot()
    return entry.transaction
  }
}
