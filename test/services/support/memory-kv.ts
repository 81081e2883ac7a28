import type { Kv } from '@/services/storage/kv.shared'

/** Thrown where the app was killed. */
export class Killed extends Error {}

/**
 * A phone's storage in memory. `full`: writing fails. `room`: characters that fit. `killAfter`: so many changes more succeed, then the app is
 * killed. What is stored survives, as text.
 */
export function memoryKv() {
  const stored = new Map<string, string>()
  const state = { full: false, room: Number.POSITIVE_INFINITY, killAfter: Number.POSITIVE_INFINITY }
  const step = () => {
    if (state.killAfter <= 0) throw new Killed()
    state.killAfter -= 1
  }
  const used = (except: string) =>
    [...stored].reduce((sum, [key, text]) => sum + (key === except ? 0 : key.length + text.length), 0)
  const kv: Kv = {
    read: <T>(key: string) => (stored.has(key) ? (JSON.parse(stored.get(key) ?? 'null') as T) : null),
    write(key, value) {
      step()
      const text = JSON.stringify(value)
      if (state.full || used(key) + key.length + text.length > state.room) return false
      stored.set(key, text)
      return true
    },
    drop(key) {
      step()
      stored.delete(key)
    },
    keys: () => [...stored.keys()],
  }
  return { kv, stored, state }
}
