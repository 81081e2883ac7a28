import type { Database, RootDatabase } from 'lmdb'
import { open } from 'lmdb'
import { CloudError } from '../errors'
import { Collection } from './collection'
import type { DatabaseSchema } from './schema'
import { openSnapshot } from './snapshot'
import type { Transaction } from './transaction'
import { Transactions, transactionLifetime } from './transactions'
import { WriteGuard } from './write-guard'
import { Writer } from './writer'

export interface StoreOptions {
  /** After this time a forgotten transaction is aborted, in ms. */
  transactionLifetime?: number
  /** How long a write outside of transactions waits for one that holds what it writes, in ms. */
  writeWait?: number
}

/**
 * The durable store: LMDB, one environment. Reads are synchronous and see everything that was committed; writes run one
 * after another inside `write`, whose promise resolves when they would survive the end of the process. Transactions
 * read a snapshot, keep their changes in memory and make them in one such write.
 */
export class Store {
  readonly transactions: Transactions
  private readonly env: RootDatabase
  private readonly meta: Database<unknown, string>
  private readonly collections = new Map<string, Collection>()
  private readonly writer: Writer

  constructor(dir: string, schema: DatabaseSchema, options: StoreOptions = {}) {
    // Without overlapping syncs a commit is done when it is on disk, not when others can see it.
    this.env = open({ path: dir, maxDbs: 1000, maxReaders: 512, mapSize: 4 * 1024 ** 3, overlappingSync: false })
    this.meta = this.env.openDB<unknown, string>('meta', { encoding: 'json' })
    const guard = new WriteGuard()
    const notes = {
      get: (key: string) => this.meta.get(key),
      put: (key: string, value: unknown) => void this.meta.put(key, value),
    }
    for (const [name, indexes] of schema) {
      const collection = new Collection(name, indexes, this.env, notes, guard)
      this.collections.set(name, collection)
      for (const index of indexes) {
        const key = `declared:${name}:${index.name}`
        const declared = JSON.stringify(index)
        if (this.meta.get(key) === declared) continue
        this.env.transactionSync(() => {
          collection.rebuild(index)
          this.meta.putSync(key, declared)
        })
      }
    }
    this.writer = new Writer(this.env, guard, options.writeWait ?? 10_000, () => {
      for (const collection of this.collections.values()) collection.readNotes()
    })
    this.transactions = new Transactions(
      () => openSnapshot(this.env),
      guard,
      (transaction) => this.commit(transaction),
      options.transactionLifetime ?? transactionLifetime,
    )
  }

  /** The declared collection, or the platform's error for one that does not exist. */
  collection(name: string): Collection {
    const collection = this.collections.get(name)
    if (!collection) {
      throw new CloudError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `Db or Table not exist: ${name}. It must be declared with the collections.`,
      )
    }
    return collection
  }

  names(): string[] {
    return [...this.collections.keys()]
  }

  /**
   * Runs changes in a write transaction and resolves when they are on disk. What `change` throws, it rejects with. Where
   * an open transaction holds what it writes, it waits and runs again; what it did until then is undone.
   */
  async write<T>(change: () => T): Promise<T> {
    return await this.writer.write(change)
  }

  private async commit(transaction: Transaction): Promise<void> {
    const changes = transaction.changes().filter(([, list]) => list.length > 0)
    if (changes.length === 0) return
    await this.writer.write(() => {
      for (const [name, list] of changes) this.collection(name).apply(list)
    }, transaction)
  }

  /** A note of the cloud itself, beside the documents. */
  note<T>(key: string): T | undefined {
    return this.meta.get(`note:${key}`) as T | undefined
  }

  async putNote(key: string, value: unknown): Promise<void> {
    await this.meta.put(`note:${key}`, value)
  }

  /** Copies what is committed now into an existing folder, without gaps. Writes may go on meanwhile. */
  async copyTo(dir: string): Promise<void> {
    await this.env.backup(dir, true)
  }

  async close(): Promise<void> {
    this.transactions.abortAll()
    await this.env.close()
  }
}
