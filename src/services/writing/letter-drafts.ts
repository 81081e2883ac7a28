import { roomOf } from '../cache/drafts-kv'
import { currentPerson } from '../storage/kv'
import { whichever } from '../storage/kv.shared'
import { createLetterDrafts } from './letter-drafts.shared'

/** What the person who uses this phone writes. */
export const letterDrafts = createLetterDrafts(whichever(() => roomOf(currentPerson())))

/** For the outbox, which settles what one person sent: `refused` gives a letter back (`giveBack`), `arrived` clears what was sent (`delivered`). */
export const letterDraftsOf = (person: string) => createLetterDrafts(roomOf(person))
