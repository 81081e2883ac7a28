import type { Kv } from '../storage/kv.shared'

/** What an action last answered, and when (the phone's clock). */
export interface Cached<T> {
  readonly at: number
  readonly data: T
}

/** How many answers are kept; a paper or a lesson has about 10 KB, the platform gives 10 MB. */
const KEPT = 60
const INDEX = 'cache-index'

/** Keeps the last answers of reads, so that a page that was opened once opens again without a network. */
export function createCache(kv: Kv, now: () => number) {
  const keyOf = (name: string) => `cache:${name}`
  const names = () => kv.read<string[]>(INDEX) ?? []
  return {
    read: <T>(name: string): Cached<T> | null => kv.read<Cached<T>>(keyOf(name)),
    write<T>(name: string, data: T): Cached<T> {
      const cached = { at: now(), data }
      kv.write(keyOf(name), cached)
      const order = [name, ...names().filter((other) => other !== name)]
      for (const old of order.slice(KEPT)) kv.drop(keyOf(old))
      kv.write(INDEX, order.slice(0, KEPT))
      return cached
    },
    drop(name: string): void {
      kv.drop(keyOf(name))
      kv.write(
        INDEX,
        names().filter((other) => other !== name),
      )
    },
  }
}
