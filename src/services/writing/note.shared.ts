/** A note as this phone keeps it. */
export interface KeptNote {
  /** What stands in the field, to the last keystroke. */
  readonly text: string
  /** What the server has, as far as the phone knows, and when it wrote it; null: it has none. */
  readonly known: string
  readonly base: number | null
}

export const noNote: KeptNote = { text: '', known: '', base: null }

/** What the server says of a note; an empty text: it was removed. */
export interface ServerNote {
  readonly text: string
  readonly updatedAt: number
}

/** Whether something is on the phone that the server does not have. What stands around a text is no change of it. */
export const isDirty = ({ text, known }: KeptNote): boolean => text.trim() !== known

/**
 * The note when the server's is read: it takes the place of one that was not changed here. One that was changed stays; so does one that is newer than
 * what was read, from the phone's memory or by a call that was overtaken.
 */
export function opened(kept: KeptNote | null, server: ServerNote | null): KeptNote {
  if (server === null) return kept ?? noNote
  if (kept !== null && (isDirty(kept) || server.updatedAt <= (kept.base ?? -1))) return kept
  return { text: server.text, known: server.text, base: server.updatedAt }
}

/** The note when the server has acknowledged `sent`: what it answers is the note, unless more was written meanwhile. */
export function acknowledged(kept: KeptNote, sent: string, answer: ServerNote): KeptNote {
  if (kept.text.trim() === sent) return { text: answer.text, known: answer.text, base: answer.updatedAt }
  // both sides were put together: this phone has not seen the other one, so its next text must not replace it
  if (answer.text !== sent) return kept
  return { ...kept, known: answer.text, base: answer.updatedAt }
}
