/** A store of small JSON values. It never throws: a full or forbidden storage makes `write` answer false. */
export interface Kv {
  read<T>(key: string): T | null
  /** Whether the value is now stored. */
  write(key: string, value: unknown): boolean
  drop(key: string): void
  /** The keys there are; empty where the platform does not tell. */
  keys(): string[]
}

/** The part of a store whose keys begin with `prefix`, as a store of its own. */
export const within = (kv: Kv, prefix: string): Kv => ({
  read: (key) => kv.read(`${prefix}${key}`),
  write: (key, value) => kv.write(`${prefix}${key}`, value),
  drop: (key) => kv.drop(`${prefix}${key}`),
  keys: () =>
    kv
      .keys()
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length)),
})

/** A store that always asks anew which store it is. */
export const whichever = (which: () => Kv): Kv => ({
  read: (key) => which().read(key),
  write: (key, value) => which().write(key, value),
  drop: (key) => which().drop(key),
  keys: () => which().keys(),
})

/** A store that makes room when it is full: `evict` drops something that can be fetched again and says whether there was anything. */
export const withRoom = (kv: Kv, evict: () => boolean): Kv => ({
  ...kv,
  write(key, value) {
    for (;;) {
      if (kv.write(key, value)) return true
      if (!evict()) return false
    }
  },
})
