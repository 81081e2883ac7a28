import type { Day, Id, ParticipationKind } from '@/contracts/common'
import { type Month, monthOf } from '../time/day'
import type { Fact } from './fact'
import { partOf } from './seating'

/** One activity on one day, as it is stored: bitmaps of seats (whole seat numbers, not relative to the part), Roaring, base64. */
export interface SegmentEntry {
  activityId: Id
  day: Day
  /** Seats of those who took part. */
  people: string
  /** Those of them who were mobile members at the time. */
  mobile: string
  /** Theme days: the frozen roster; otherwise null. */
  expected: string | null
}

/** A piece of the index: one kind, one month, one part of the seats, so that a document stays small and folds seldom collide. */
export interface Segment {
  /** `<kind>.<YYYY-MM>.<part>` */
  _id: string
  kind: ParticipationKind
  month: Month
  /** seat >> 16 */
  part: number
  /** Rises with every write (the writer's business: folding leaves it as it was read; 0 = not written yet). */
  version: number
  /** By day, then activity. */
  entries: SegmentEntry[]
}

/** Which segment. */
export type SegmentKey = Pick<Segment, '_id' | 'kind' | 'month' | 'part'>

export function segmentKey(kind: ParticipationKind, month: Month, part: number): SegmentKey {
  return { _id: `${kind}.${month}.${part}`, kind, month, part }
}

/** The segment in which a fact's seat is kept. */
export const keyOfFact = (fact: Fact): SegmentKey => segmentKey(fact.kind, monthOf(fact.day), partOf(fact.seat))

/** The frozen roster of a theme day: seats in any order, or null when it has none (and for other kinds). */
export type ExpectedOf = (activityId: Id) => Iterable<number> | null
