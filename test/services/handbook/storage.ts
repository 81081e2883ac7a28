import type { Kv } from '@/services/storage/kv.shared'

/** Thrown in place of a write: the app was killed there. */
export class Killed extends Error {}

/** A storage in memory that holds JSON; it is full beyond `room` characters, and kills the app at its `killAt`-th change. */
export function memoryKv({ room = Number.POSITIVE_INFINITY, killAt = Number.POSITIVE_INFINITY } = {}) {
  const values = new Map<string, string>()
  let changes = 0
  const change = () => {
    changes += 1
    if (changes === killAt) throw new Killed()
  }
  const kv: Kv = {
    read: <T>(key: string) => (values.has(key) ? (JSON.parse(values.get(key) ?? 'null') as T) : null),
    write(key, value) {
      change()
      const text = JSON.stringify(value)
      const others = [...values].reduce((sum, [name, one]) => sum + (name === key ? 0 : one.length), 0)
      if (others + text.length > room) return false
      values.set(key, text)
      return true
    },
    drop(key) {
      change()
      values.delete(key)
    },
    keys: () => [...values.keys()],
  }
  const sizes = () => [...values.values()].map((text) => text.length)
  return { kv, values, sizes, changes: () => changes, live: () => (changes = Number.NEGATIVE_INFINITY) }
}
