import type { Life } from './options'
import type { Phone } from './phone'

const KB = 1024
const KEY_LIMIT = KB * KB
const LIMIT = 10 * KB * KB

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/**
 * Storage as on a phone: values cross as text, 1 MB a key, 10 MB in all. The words of the refusals are those of phones; a write that is refused
 * leaves what was there.
 */
export function createStorage({ storage }: Phone, life: Life) {
  /** By key, so that a write of one counts only that one. */
  const sizes = new Map([...storage].map(([key, text]) => [key, bytesOf(key) + bytesOf(text)]))
  let fillers = 0
  const used = () => [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const named = (call: string, key: unknown): string => {
    if (typeof key !== 'string' || key === '')
      return life.misuse(`${call}:fail parameter error: key should be a String`)
    return key
  }

  const api = {
    getStorageSync(key: unknown): unknown {
      const text = storage.get(named('getStorageSync', key))
      return text === undefined ? '' : JSON.parse(text)
    },
    setStorageSync(key: unknown, value: unknown): void {
      const name = named('setStorageSync', key)
      if (life.over) return
      const text = JSON.stringify(value) ?? life.misuse(`setStorageSync of ${name}: a value that is no text of JSON`)
      const size = bytesOf(name) + bytesOf(text)
      if (size > KEY_LIMIT) throw new Error('setStorageSync:fail entry size limit reached')
      if (used() - (sizes.get(name) ?? 0) + size > LIMIT) {
        throw new Error('setStorageSync:fail exceed storage max size 10Mb')
      }
      sizes.set(name, size)
      storage.set(name, text)
    },
    removeStorageSync(key: unknown): void {
      const name = named('removeStorageSync', key)
      if (life.over) return
      sizes.delete(name)
      storage.delete(name)
    },
    getStorageInfoSync: () => ({
      keys: [...storage.keys()],
      currentSize: Math.ceil(used() / KB),
      limitSize: LIMIT / KB,
    }),
  }
  return {
    api,
    /** Nothing more can be written: other data of this app take all the room that is left, to the byte. */
    fillStorage(): void {
      while (used() < LIMIT) {
        fillers += 1
        const key = `filler-${fillers}`
        const text = JSON.stringify('x'.repeat(Math.max(0, Math.min(KEY_LIMIT, LIMIT - used()) - key.length - 2)))
        storage.set(key, text)
        sizes.set(key, key.length + text.length)
      }
    },
  }
}
