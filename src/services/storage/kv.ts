import Taro from '@tarojs/taro'
import { readSession } from '../session/session'
import type { Kv } from './kv.shared'

/** Raised when a stored shape changes: what an older version stored is then not read. */
const VERSION = 'v1'

const read = <T>(key: string): T | null => {
  try {
    const value: unknown = Taro.getStorageSync(key)
    return value === '' || value === undefined ? null : (value as T)
  } catch {
    return null
  }
}

const write = (key: string, value: unknown): boolean => {
  try {
    Taro.setStorageSync(key, value)
    return true
  } catch {
    return false
  }
}

const drop = (key: string): void => {
  try {
    Taro.removeStorageSync(key)
  } catch {
    // Storage that cannot be written keeps the old value; a later write replaces it.
  }
}

/** Storage of this phone, whoever uses it. */
export const deviceKv: Kv = {
  read: (key) => read(`${VERSION}:${key}`),
  write: (key, value) => write(`${VERSION}:${key}`, value),
  drop: (key) => drop(`${VERSION}:${key}`),
}

const own = (key: string): string => `${readSession()?.personaId ?? 'me'}:${key}`

/** Storage of the person who uses this phone now. In the preview, where one changes persona, nobody sees another's answers. */
export const personKv: Kv = {
  read: (key) => deviceKv.read(own(key)),
  write: (key, value) => deviceKv.write(own(key), value),
  drop: (key) => deviceKv.drop(own(key)),
}
