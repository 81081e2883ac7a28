import { forgetKnown } from './handbook/review-log.shared'
import { beginEpoch } from './storage/kv'
import type { Kv } from './storage/kv.shared'
import { isDirty, type KeptNote } from './writing/note.shared'

/** Answers that are kept for looking at (cache.shared.ts). */
const isAnswer = (key: string): boolean => key.startsWith('cache')

/** A note that says only what the server knows. */
const isKnownNote = (kv: Kv, key: string): boolean => {
  const note = key.startsWith('note:') ? kv.read<KeptNote>(key) : null
  return typeof note?.text === 'string' && !isDirty(note)
}

/**
 * Forgets what the server told this phone about a person, and what it has from this phone already: another phone may have deleted it for good. All of it
 * comes again if it is still there. What they did, wrote or practised and did not send yet stays for them.
 */
export function forgetServersWords(kv: Kv): void {
  beginEpoch()
  for (const key of kv.keys()) if (isAnswer(key) || isKnownNote(kv, key)) kv.drop(key)
  forgetKnown(kv)
}
