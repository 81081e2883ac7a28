import cloud from 'wx-server-sdk'
import type { CollectionName } from './collections'
import './database'

/**
 * What belongs to a transaction on the platform: reading and writing by id. Conditions (`where`), counts and aggregations silently
 * run outside it, so there are none here.
 */
export interface Transaction {
  find<T>(collection: CollectionName, id: string): Promise<T | null>
  /** Writes a whole document under its id, whether or not it was there. */
  put<T extends { _id: string }>(collection: CollectionName, document: T): Promise<void>
  /** Adds a document; throws the platform's error for a duplicate key, and the transaction is void. */
  insert<T extends { _id: string }>(collection: CollectionName, document: T): Promise<void>
}

interface SdkTransaction {
  collection(name: string): {
    doc(id: string): {
      get(): Promise<{ data: unknown }>
      set(options: { data: object }): Promise<unknown>
    }
    add(options: { data: object }): Promise<unknown>
  }
}

// reads inside a transaction are by id, and answer null rather than an error for what is not there
const db = cloud.database({ throwOnNotFound: false } as object)

const MOST_TRIES = 6
const FIRST_WAIT_MS = 15

/** A conflict that was reported on an operation; at a commit the SDK tries again by itself, and tells by the same words when it gives up. */
const isConflict = (error: unknown): boolean => {
  const { code, errMsg, message } = error as { code?: unknown; errMsg?: string; message?: string }
  return /TRANSACTION_?CONFLICT|Transaction is conflict|WriteConflict/i.test(`${code} ${errMsg} ${message}`)
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Does some reads and writes as one: all of it or nothing, on one state of the data. When someone else writes the same documents it
 * is done anew from the beginning, so `work` keeps nothing outside. 'busy' when others are faster all the time.
 */
export async function inTransaction<R>(work: (transaction: Transaction) => Promise<R>): Promise<R | 'busy'> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await db.runTransaction((sdk: SdkTransaction) => work(wrap(sdk)))) as R
    } catch (error) {
      if (!isConflict(error)) throw error
      if (attempt === MOST_TRIES) return 'busy'
      await wait(FIRST_WAIT_MS * 2 ** attempt * (0.5 + Math.random()))
    }
  }
}

const wrap = (sdk: SdkTransaction): Transaction => ({
  async find<T>(collection: CollectionName, id: string) {
    const { data } = await sdk.collection(collection).doc(id).get()
    return (data ?? null) as T | null
  },
  async put(collection, { _id, ...data }) {
    await sdk.collection(collection).doc(_id).set({ data })
  },
  async insert(collection, document) {
    await sdk.collection(collection).add({ data: document })
  },
})
