import Taro from '@tarojs/taro'
import { readSession } from '../session/session'
import { type Kv, whichever, within } from './kv.shared'

/** Raised when a stored shape changes: what an older version stored is then not read. */
const VERSION = 'v1'

const platformKv: Kv = {
  read<T>(key: string): T | null {
    try {
      const value: unknown = Taro.getStorageSync(key)
      return value === '' || value === undefined ? null : (value as T)
    } catch {
      return null
    }
  },
  write(key, value) {
    try {
      Taro.setStorageSync(key, value)
      return true
    } catch {
      return false
    }
  },
  drop(key) {
    try {
      Taro.removeStorageSync(key)
    } catch {
      // Storage that cannot be written keeps the old value; a later write replaces it.
    }
  },
  keys() {
    try {
      return [...Taro.getStorageInfoSync().keys]
    } catch {
      return []
    }
  },
}

/** Storage of this phone, whoever uses it. */
export const deviceKv: Kv = within(platformKv, `${VERSION}:`)

/** Whoever uses this phone before anybody has said who they are; in WeChat always, where the platform keeps the storage of its users apart. */
export const NOBODY = 'me'

/** Who uses this phone now, as storage names them. */
export const currentPerson = (): string => readSession()?.personaId ?? NOBODY

/** Storage of one person on this phone. In the preview, where one changes persona, nobody sees another's answers. */
export const kvOf = (person: string): Kv => within(deviceKv, `${person}:`)

/** Storage of the person who uses this phone now. */
export const personKv: Kv = whichever(() => kvOf(currentPerson()))

const hands = new Map<string, Map<string, unknown>>()

/** What does not fit into one person's storage and is in memory only (in-hand.shared.ts). */
export function inHandOf(person: string): Map<string, unknown> {
  const hand = hands.get(person) ?? new Map<string, unknown>()
  hands.set(person, hand)
  return hand
}

let forgotten = 0

/** Who uses this phone, and how often something was forgotten: what was asked for under another epoch is not kept any more. */
export const storageEpoch = (): string => `${currentPerson()}#${forgotten}`

/** The phone forgets something about a person: what was asked for before is not kept when it comes. */
export function beginEpoch(): void {
  forgotten += 1
}

/** Forgets everything that this phone keeps of one person, except some keys. What was not sent is then gone. */
export function wipePerson(person: string, except: readonly string[] = []): void {
  beginEpoch()
  hands.get(person)?.clear()
  const kv = kvOf(person)
  for (const key of kv.keys()) if (!except.includes(key)) kv.drop(key)
}
