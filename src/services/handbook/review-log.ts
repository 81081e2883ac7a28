import { draftsKv, draftsKvOf } from '../cache/drafts-kv'
import { createReviewLog } from './review-log.shared'

/** What the person who uses this phone practised. */
export const reviewLog = createReviewLog(draftsKv)

export const reviewLogOf = (person: string) => createReviewLog(draftsKvOf(person))
