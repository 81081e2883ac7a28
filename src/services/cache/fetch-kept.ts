import { storageEpoch } from '../storage/kv'
import { CallError } from '../transport/call-error'
import { cache } from './cache'
import type { Cached } from './cache.shared'

/**
 * Asks for something and keeps the answer under a name (null: keeps nothing). What comes after the phone has forgotten this person, or has changed
 * hands, is given to the page that asked, and not kept. A lasting refusal takes away what was kept. Rejects with a CallError.
 */
export async function fetchKept<T>(name: string | null, load: () => Promise<T>): Promise<Cached<T>> {
  const epoch = storageEpoch()
  const isSame = () => epoch === storageEpoch()
  try {
    const data = await load()
    return name !== null && isSame() ? cache.write(name, data) : { at: Date.now(), data }
  } catch (thrown) {
    const error = CallError.from(thrown)
    if (!error.retry && name !== null && isSame()) cache.drop(name)
    throw error
  }
}
