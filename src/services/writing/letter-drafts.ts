import { cacheOf } from '../cache/cache'
import { currentPerson, kvOf } from '../storage/kv'
import { whichever, withRoom } from '../storage/kv.shared'
import { createLetterDrafts } from './letter-drafts.shared'

/** What was written goes before what can be fetched again. */
const storageOf = (person: string) => withRoom(kvOf(person), () => cacheOf(person).evictOldest())

/** What the person who uses this phone writes. */
export const letterDrafts = createLetterDrafts(whichever(() => storageOf(currentPerson())))

/** For the outbox, which settles what one person sent: `refused` gives a letter back (`giveBack`), `arrived` clears what was sent (`delivered`). */
export const letterDraftsOf = (person: string) => createLetterDrafts(storageOf(person))
