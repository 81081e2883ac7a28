import type { Kv } from '../storage/kv.shared'

/** What an action last answered, and when (the phone's clock). */
export interface Cached<T> {
  readonly at: number
  readonly data: T
}

/** How many answers are kept; a lesson has about 30 KB, the platform gives 10 MB. */
const KEPT = 60
const INDEX = 'cache-index'

/** Keeps the last answers of reads, so that a page that was opened once opens again without a network. */
export function createCache(kv: Kv, now: () => number) {
  const keyOf = (name: string) => `cache:${name}`
  const names = (): string[] => {
    const stored = kv.read<unknown>(INDEX)
    return Array.isArray(stored) ? stored.filter((name): name is string => typeof name === 'string') : []
  }

  const without = (list: readonly string[], name: string) => list.filter((other) => other !== name)

  const drop = (name: string): void => {
    kv.drop(keyOf(name))
    kv.write(INDEX, without(names(), name))
  }

  /** Drops the answer that was not written for the longest time; false: there was none. */
  const evictOldest = (except?: string): boolean => {
    const all = names()
    const oldest = all.filter((name) => name !== except).pop()
    if (oldest === undefined) return false
    kv.drop(keyOf(oldest))
    if (kv.write(INDEX, without(all, oldest))) return true
    // Not even a shorter index can be written: nothing is kept rather than something that nobody finds.
    for (const name of all) kv.drop(keyOf(name))
    kv.drop(INDEX)
    return true
  }

  return {
    read: <T>(name: string): Cached<T> | null => kv.read<Cached<T>>(keyOf(name)),
    write<T>(name: string, data: T): Cached<T> {
      const cached = { at: now(), data }
      const order = [name, ...without(names(), name)]
      // Named first: an answer that no index names could never be dropped to make room.
      kv.write(INDEX, order.slice(0, KEPT))
      for (const old of order.slice(KEPT)) kv.drop(keyOf(old))
      while (!kv.write(keyOf(name), cached)) if (!evictOldest(name)) break
      return cached
    },
    drop,
    evictOldest,
  }
}

export type Cache = ReturnType<typeof createCache>
