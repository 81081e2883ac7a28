import type { Day, Id, ParticipationKind } from '@/contracts/common'
import type { Month } from '../time/day'
import type { LowLists } from './packed/low-lists'

/** Which segment: a piece of the index is one kind, one month, one part of the seats, so that documents stay small and folds seldom collide. */
export interface SegmentKey {
  /** `<kind>.<YYYY-MM>.<part>` */
  readonly _id: string
  readonly kind: ParticipationKind
  readonly month: Month
  /** seat >> 16 */
  readonly part: number
}

/** What a correction left behind: it outweighs every earlier revision, in whatever order they are folded. */
export interface Fixed {
  /** The entry, by its position. */
  readonly entry: number
  /** seat & 0xffff */
  readonly low: number
  readonly revision: number
}

/**
 * A segment in memory, in columns: entry i is activity `activities[activityOf[i]]` on day `dayOf[i]` of the month. Seats are given by
 * their lower 16 bits; the part has the upper ones. Entries ascend by activity, then day. A segment never changes.
 */
export interface Segment extends SegmentKey {
  /** Rises with every write (the writer's business: folding leaves it as it was read; 0 = not written yet). */
  readonly version: number
  /** Ids of the activities, each once, ascending by code units. */
  readonly activities: readonly Id[]
  readonly activityOf: Uint32Array
  readonly dayOf: Uint8Array
  /** Who took part, and those of them who were mobile members at the time. */
  readonly people: LowLists
  readonly mobile: LowLists
  /** Theme days, in the entry of the day on which the roster was frozen: who was expected, and the mobile members among them. */
  readonly expected: LowLists
  readonly away: LowLists
  /** Ascending by entry, then seat. */
  readonly fixed: readonly Fixed[]
}

export function segmentKey(kind: ParticipationKind, month: Month, part: number): SegmentKey {
  return { _id: `${kind}.${month}.${part}`, kind, month, part }
}

/** The frozen roster of a theme day. */
export interface FrozenRoster {
  readonly activityId: Id
  /** On which it was frozen: the activity is due in the periods that have this day. */
  readonly day: Day
  /** Seats of those expected, in any order, and of the mobile members among them. */
  readonly expected: readonly number[]
  readonly mobile: readonly number[]
}

/** A segment without anything in it. */
export function emptySegment(key: SegmentKey): Segment {
  const none = { at: new Uint32Array(1), lows: new Uint16Array(0) }
  return {
    ...key,
    version: 0,
    activities: [],
    activityOf: new Uint32Array(0),
    dayOf: new Uint8Array(0),
    people: none,
    mobile: none,
    expected: none,
    away: none,
    fixed: [],
  }
}

/** How many participations a segment has. */
export const factsIn = ({ people }: Segment): number => people.lows.length
