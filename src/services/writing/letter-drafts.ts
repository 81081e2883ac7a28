import { draftsKv, draftsKvOf } from '../cache/drafts-kv'
import { createLetterDrafts } from './letter-drafts.shared'

/** What the person who uses this phone writes. */
export const letterDrafts = createLetterDrafts(draftsKv)

/** For the outbox, which settles what one person sent: `refused` gives a letter back (`giveBack`), `arrived` clears what was sent (`delivered`). */
export const letterDraftsOf = (person: string) => createLetterDrafts(draftsKvOf(person))
