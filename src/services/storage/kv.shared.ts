/** A store of small JSON values. It never throws: a full or forbidden storage makes `write` answer false. */
export interface Kv {
  read<T>(key: string): T | null
  /** Whether the value is now stored. */
  write(key: string, value: unknown): boolean
  drop(key: string): void
}
