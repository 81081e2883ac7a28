import type { Database, RootDatabase } from 'lmdb'
import { open } from 'lmdb'
import { CloudError } from '../errors'
import { Collection } from './collection'
import type { DatabaseSchema } from './schema'

/**
 * The durable store: LMDB, one environment. Reads are synchronous and see everything that was committed; writes run one
 * after another inside `write`, whose promise resolves when they would survive the end of the process.
 *
 * Room for transactions: reads go through Collection only, and writes through `write` only, so that a snapshot (an LMDB
 * read transaction) and a check of what was read can be put beneath both.
 */
export class Store {
  private readonly env: RootDatabase
  private readonly meta: Database<unknown, string>
  private readonly collections = new Map<string, Collection>()

  constructor(dir: string, schema: DatabaseSchema) {
    this.env = open({ path: dir, maxDbs: 1000, mapSize: 4 * 1024 ** 3 })
    this.meta = this.env.openDB<unknown, string>('meta', { encoding: 'json' })
    const notes = {
      get: (key: string) => this.meta.get(key),
      put: (key: string, value: unknown) => void this.meta.put(key, value),
    }
    for (const [name, indexes] of schema) {
      const collection = new Collection(name, indexes, this.env, notes)
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

  /** Runs changes in a write transaction and resolves when they are on disk. What `change` throws, it rejects with. */
  async write<T>(change: () => T): Promise<T> {
    let failure: { error: unknown } | undefined
    const result = await this.env.transaction(() => {
      try {
        return change()
      } catch (error) {
        // Checks come before writes, so what was written before the failure is whole documents, as with MongoDB.
        failure = { error }
        return undefined
      }
    })
    if (failure) throw failure.error
    return result as T
  }

  /** A note of the cloud itself, beside the documents. */
  note<T>(key: string): T | undefined {
    return this.meta.get(`note:${key}`) as T | undefined
  }

  async putNote(key: string, value: unknown): Promise<void> {
    await this.meta.put(`note:${key}`, value)
  }

  async close(): Promise<void> {
    await this.env.close()
  }
}
