import { type InHandKv, withHand } from '../storage/in-hand.shared'
import { currentPerson, inHandOf, kvOf } from '../storage/kv'
import { type Kv, withRoom } from '../storage/kv.shared'
import { cacheOf } from './cache'

/** Storage of one person for what they made and nobody else has: it goes before what can be fetched again. */
export const roomOf = (person: string): Kv => withRoom(kvOf(person), () => cacheOf(person).evictOldest())

/** The same for what they are writing: what does not fit at all stays in memory as long as the app is open. */
export const draftsKvOf = (person: string): InHandKv => withHand(roomOf(person), inHandOf(person))

/** That of the person who uses this phone now. */
export const draftsKv: InHandKv = {
  read: (key) => draftsKvOf(currentPerson()).read(key),
  write: (key, value) => draftsKvOf(currentPerson()).write(key, value),
  drop: (key) => draftsKvOf(currentPerson()).drop(key),
  keys: () => draftsKvOf(currentPerson()).keys(),
  isInHand: (key) => draftsKvOf(currentPerson()).isInHand(key),
}
