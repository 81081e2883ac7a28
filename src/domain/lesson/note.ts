import type { Pen } from '@/contracts/writing'
import { type ArrivingText, arrivalOf, type WrittenText } from './writing'

/** Between two sides of a note that were written on two phones. */
const SEAM = '\n—— 以下写于另一部手机 ——\n'

/** Characters of a note at most (UTF-16, as forms count them). */
export const NOTE_MOST = 3000

/** What one phone wrote, of a note that was put together. `pen` null: it is not known which phone. */
export interface NoteSide {
  readonly text: string
  readonly pen: Pen | null
}

/** A note as it is kept. `sides`: what it was put together from, in order; empty when one phone wrote it. */
export interface KeptText extends WrittenText {
  readonly sides: readonly NoteSide[]
}

export type NoteDecision =
  /** The note is `text` now: by one pen, or, with pen null, put together from at least two `sides`. */
  | { readonly note: 'write'; readonly text: string; readonly pen: Pen | null; readonly sides: readonly NoteSide[] }
  /** What is kept stays as it is. */
  | { readonly note: 'keep' }
  /** Both sides together are more than a note may have. */
  | { readonly note: 'tooLong' }

const sidesOf = ({ text, pen, sides }: KeptText): readonly NoteSide[] => (sides.length > 0 ? sides : [{ text, pen }])

/** The sides with the arriving one in the place of what its own phone wrote before, or at the end; what another side says anyway is left out. */
function together(sides: readonly NoteSide[], { text, pen }: ArrivingText): NoteSide[] {
  const isOwn = (side: NoteSide) => side.pen?.phone === pen.phone
  const mine: NoteSide = { text, pen }
  const all = sides.some(isOwn) ? sides.map((side) => (isOwn(side) ? mine : side)) : [...sides, mine]
  const others = all.filter((side) => side !== mine)
  if (others.some((side) => side.text.includes(text))) return others
  return all.filter((side) => side === mine || !text.includes(side.text))
}

const joined = (sides: readonly NoteSide[]): string => sides.map(({ text }) => text).join(SEAM)

const written = (sides: readonly NoteSide[]): NoteDecision => ({
  note: 'write',
  text: joined(sides),
  pen: sides.length === 1 ? (sides[0]?.pen ?? null) : null,
  sides: sides.length === 1 ? [] : sides.map(({ text, pen }) => ({ text, pen })),
})

/**
 * What becomes of a note when a text arrives. The later writing wins where its writer had seen the earlier one. Where not, both sides are kept, one
 * below the other, unless one says all that the other says; what the same phone writes on then takes the place of its own side. To remove a note removes only what
 * was seen.
 */
export function decideNote(kept: KeptText | null, arriving: ArrivingText): NoteDecision {
  const arrival = arrivalOf(kept, arriving)
  if (arrival === 'same' || arrival === 'late') return { note: 'keep' }
  if (kept === null || arrival !== 'unseen') return written([arriving])
  const before = sidesOf(kept)
  const own = before.find(({ pen }) => pen?.phone === arriving.pen.phone)
  if (own?.pen && own.pen.at >= arriving.pen.at) return { note: 'keep' }
  const sides = together(before, arriving)
  const text = joined(sides)
  if (text === kept.text) return { note: 'keep' }
  return text.length > NOTE_MOST ? { note: 'tooLong' } : written(sides)
}
