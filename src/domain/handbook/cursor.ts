/**
 * Up to where a phone has read the batches that a person's phones sent. Batches are read in the order of (`at`, `batch`): when the server began to keep
 * one, and its key.
 */
export interface Cursor {
  /** To where the reader goes back once it has read to the end. */
  readonly since: number
  readonly at: number
  readonly batch: string
}

/** A call may still write what it began this long ago: above the longest time that a function gets, and the difference of two servers' clocks. */
export const STILL_WRITING_MS = 5 * 60_000

/** Where a reading at `now` begins: from the cursor, or from the beginning. */
export function beginReading(cursor: Cursor | null, now: number): Cursor {
  const since = now - STILL_WRITING_MS
  if (cursor === null) return { since, at: 0, batch: '' }
  // a cursor without a batch is where a reading ended: this one is another
  return cursor.batch === '' ? { ...cursor, since } : cursor
}

/**
 * Where the next reading begins. In the middle: after the last batch. At the end: at what had surely been kept when this reading began, for a batch that
 * was begun earlier may be there later. What comes twice by that is harmless.
 */
export function afterReading(begun: Cursor, last: { at: number; batch: string } | null, more: boolean): Cursor {
  if (more && last) return { since: begun.since, at: last.at, batch: last.batch }
  return { since: begun.since, at: Math.max(0, begun.since), batch: '' }
}
