import type { Day, Id } from '@/contracts/common'

/** Days from `from` on (null: since before the records began), before `until` (null: still going on). */
export interface Spell {
  readonly from: Day | null
  readonly until: Day | null
}

/** A time during which a person sat in one organisation. Every organisation gives them a seat of its own, which nobody else ever gets. */
export interface Seating extends Spell {
  readonly seat: number
  readonly orgId: Id
}

/** What the roster knows of a person over time. */
export interface Membership {
  /** In order, without overlap: a transfer ends one and begins the next, a leaver has no open one. */
  readonly seatings: readonly Seating[]
  /** When the person was a mobile member (流动党员); in order, without overlap. */
  readonly mobileSpells: readonly Spell[]
  /** The first day as a full member; null: still probationary (预备党员). */
  readonly fullFrom: Day | null
  readonly bornYear: number
}

/** Whether a day is within the spell. */
export const covers = ({ from, until }: Spell, day: Day): boolean =>
  (from === null || from <= day) && (until === null || day < until)

/** Where a person belonged on a day. */
export interface Place {
  readonly seat: number
  readonly orgId: Id
  readonly mobile: boolean
}

/** Where the person belonged on a day; null when they were no member here then. A later transfer does not move the past. */
export function placeOn({ seatings, mobileSpells }: Membership, day: Day): Place | null {
  const seating = seatings.find((one) => covers(one, day))
  if (!seating) return null
  return { seat: seating.seat, orgId: seating.orgId, mobile: mobileSpells.some((spell) => covers(spell, day)) }
}
