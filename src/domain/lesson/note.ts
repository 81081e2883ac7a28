import { type ArrivingText, arrivalOf, type WrittenText } from './writing'

/** Between two sides of a note that were written on two phones. */
const SEAM = '\n—— 以下写于另一部手机 ——\n'

/** Characters of a note at most (UTF-16, as forms count them). */
export const NOTE_MOST = 3000

export type NoteDecision =
  /** The note is `text` now; `merged`: put together from two sides. */
  | { readonly note: 'write'; readonly text: string; readonly merged: boolean }
  /** What is kept stays as it is. */
  | { readonly note: 'keep' }
  /** Both sides together are more than a note may have. */
  | { readonly note: 'tooLong' }

/**
 * What becomes of a note when a text arrives. The later writing wins where its writer had seen the earlier one. Where not, both sides are kept, one
 * below the other, unless one says all that the other says; to remove a note removes only what was seen.
 */
export function decideNote(kept: WrittenText | null, arriving: ArrivingText): NoteDecision {
  const arrival = arrivalOf(kept, arriving)
  const write: NoteDecision = { note: 'write', text: arriving.text, merged: false }
  if (arrival === 'same' || arrival === 'late') return { note: 'keep' }
  if (kept === null || arrival !== 'unseen') return write
  if (arriving.text.includes(kept.text)) return write
  if (kept.text.includes(arriving.text)) return { note: 'keep' }
  const text = `${kept.text}${SEAM}${arriving.text}`
  return text.length > NOTE_MOST ? { note: 'tooLong' } : { note: 'write', text, merged: true }
}
