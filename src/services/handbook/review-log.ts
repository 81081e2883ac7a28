import { kvOf, personKv } from '../storage/kv'
import { createReviewLog } from './review-log.shared'

/** What the person who uses this phone practised. */
export const reviewLog = createReviewLog(personKv)

export const reviewLogOf = (person: string) => createReviewLog(kvOf(person))
