import type { Pen } from '@/contracts/writing'

/** A text that a member wrote, as it is kept. */
export interface WrittenText {
  readonly text: string
  /** When it was written, as the server said it; rises with every change. */
  readonly writtenAt: number
  readonly pen: Pen | null
}

/** A text that arrives, built on the version `base` (its `writtenAt`; null: on none that the phone knew of). */
export interface ArrivingText {
  readonly text: string
  readonly pen: Pen
  readonly base: number | null
}

/**
 * How a text that arrives stands to the one that is kept:
 * - `first`: there is none;
 * - `same`: nothing would change (a repeat);
 * - `late`: an earlier one of the same phone, overtaken on its way: it is not what the writer wants any more;
 * - `next`: written after the one that is kept, by someone who had it before them;
 * - `unseen`: what is kept comes from another phone and was not seen by this one: to replace it would lose it.
 */
export type Arrival = 'first' | 'same' | 'late' | 'next' | 'unseen'

export function arrivalOf(kept: WrittenText | null, arriving: ArrivingText): Arrival {
  if (kept === null) return 'first'
  if (kept.text === arriving.text) return 'same'
  if (kept.pen?.phone === arriving.pen.phone) return arriving.pen.at > kept.pen.at ? 'next' : 'late'
  return kept.writtenAt === arriving.base ? 'next' : 'unseen'
}
