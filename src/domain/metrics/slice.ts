import type { Slice } from '@/contracts/stats'
import { Bitmap } from '../participation/bitmap/bitmap'
import type { OrgNode } from '../participation/org-tree'
import { normaliseRanges, type Ranges } from '../participation/ranges'
import type { RosterBlock } from '../participation/roster'
import { type Roster, rosterOn, seatsOfAge, wordsOfSet } from '../participation/roster-on'
import { andWords, eachSeat, type Words } from '../participation/words'

/** Who is meant by a slice, in a period that ends on the roster's day. */
export interface SlicedRoster {
  readonly roster: Roster
  /** Members on the roster at the end of the period, of the slice. */
  readonly present: Bitmap
  /** All seats of those members, when the slice asks for what a person is (age, probationary) and not for what a participation was. */
  readonly among: Words | undefined
}

function ofAge(members: Bitmap, blocks: readonly RosterBlock[], slice: Slice, day: string): Bitmap {
  if (!slice.age) return members
  const words = wordsOfSet(members)
  andWords(words, seatsOfAge(blocks, slice.age, day))
  const seats: number[] = []
  eachSeat(words, (seat) => {
    seats.push(seat)
  })
  return Bitmap.fromSorted(seats)
}

/** Rosters of the same blocks that were worked out before: a page asks for a day's several times. */
const known = new WeakMap<readonly RosterBlock[], Map<string, Roster>>()

function rosterOf(blocks: readonly RosterBlock[], day: string): Roster {
  const days = known.get(blocks) ?? new Map<string, Roster>()
  known.set(blocks, days)
  const roster = days.get(day) ?? rosterOn(blocks, day)
  days.set(day, roster)
  return roster
}

/**
 * The roster at the end of a day, and a slice of it. Mobile is what someone was when they took part (the fact says so); age and
 * being probationary are what a member is on that day, so they choose members.
 */
export function slicedRoster(blocks: readonly RosterBlock[], slice: Slice, day: string): SlicedRoster {
  const roster = rosterOf(blocks, day)
  const chosen = ofAge(slice.probationary ? roster.probationary : roster.members, blocks, slice, day)
  const isChosen = slice.probationary !== undefined || slice.age !== undefined
  return {
    roster,
    present: slice.mobile ? chosen.and(roster.mobile) : chosen,
    among: isChosen ? roster.links.spread(wordsOfSet(chosen)) : undefined,
  }
}

/** The seats of an organisation that a slice by category leaves: those of its branches of that category. */
export function rangesOf(
  node: { readonly ranges: Ranges; readonly branches: readonly Pick<OrgNode, 'ranges' | 'category'>[] },
  { category }: Slice,
): Ranges {
  if (!category) return node.ranges
  return normaliseRanges(node.branches.filter((one) => one.category === category).flatMap((one) => one.ranges))
}
