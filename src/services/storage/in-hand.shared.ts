import type { Kv } from './kv.shared'

/** A store of what a person is writing. */
export interface InHandKv extends Kv {
  /** Whether this is only in memory: gone when the app is closed. */
  isInHand(key: string): boolean
}

/**
 * A store that keeps in memory what does not fit into storage, so that nothing that stands on the screen is lost as long as the app is open.
 * `write` still answers false then: the person must be told.
 * @param hand what is in memory; one for all stores over the same storage
 */
export const withHand = (kv: Kv, hand: Map<string, unknown>): InHandKv => ({
  read: <T>(key: string) => (hand.has(key) ? (hand.get(key) as T) : kv.read<T>(key)),
  write(key, value) {
    const stored = kv.write(key, value)
    if (stored) hand.delete(key)
    else hand.set(key, value)
    return stored
  },
  drop(key) {
    hand.delete(key)
    kv.drop(key)
  },
  keys: () => [...new Set([...kv.keys(), ...hand.keys()])],
  isInHand: (key) => hand.has(key),
})
