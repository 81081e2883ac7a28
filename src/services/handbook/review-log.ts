import { cacheOf } from '../cache/cache'
import { currentPerson, kvOf } from '../storage/kv'
import { whichever, withRoom } from '../storage/kv.shared'
import { createReviewLog } from './review-log.shared'

/** What was practised goes before what can be fetched again. */
const storageOf = (person: string) => withRoom(kvOf(person), () => cacheOf(person).evictOldest())

/** What the person who uses this phone practised. */
export const reviewLog = createReviewLog(whichever(() => storageOf(currentPerson())))

export const reviewLogOf = (person: string) => createReviewLog(storageOf(person))
