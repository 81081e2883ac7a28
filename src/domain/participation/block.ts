import type { Id, ParticipationKind } from '@/contracts/common'
import { dayNumber, type Period } from '../time/day'
import { hashId } from './activity-numbers'
import { Bitmap } from './bitmap/bitmap'
import { EncodedSet } from './bitmap/encoded'
import { commonSets } from './common'
import { SeatSets } from './seat-sets'
import { SEAT_LIMIT } from './seating'
import type { Segment, SegmentEntry } from './segment'
import { mergeByActivity, nobody, type Table } from './table'
import { emptyWords, type Words } from './words'

/** The empty set. */
const NOBODY = new Bitmap().toBase64()

function decode(texts: readonly string[]): SeatSets {
  const sets = EncodedSet.fromTexts(texts)
  // a few damaged bits must not claim half a gigabyte
  if (sets.some((set) => set.wordBounds()[1] * 32 > SEAT_LIMIT))
    throw new RangeError(`seats reach beyond ${SEAT_LIMIT}`)
  return new SeatSets(sets)
}

/** Of entries in the order of days: each day is read once. */
function dayNumbers(entries: readonly SegmentEntry[]): Int32Array {
  let day = ''
  let number = 0
  return Int32Array.from(entries, (entry) => {
    if (entry.day !== day) number = dayNumber(entry.day)
    day = entry.day
    return number
  })
}

/** The first index of the ascending numbers that is at least `value`. */
function lowerBound(numbers: Int32Array, value: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Some entries of a block: [first, end) of a table. */
export interface Slice {
  readonly table: Table
  readonly first: number
  readonly end: number
  /** Whether these are all. */
  readonly isWhole: boolean
}

/**
 * A decoded segment. It never changes (what it computes later is kept), so a warm instance keeps it for as long as the stored
 * segment has the same version. The same activity and day may occur in several blocks: parts of the seats, the tail.
 */
export class Block {
  readonly kind: ParticipationKind
  /** Ids of the activities, each once, and their hashes. */
  readonly activities: readonly Id[]
  readonly hashes: Uint32Array
  /** Per activity: how many entries it has. */
  readonly entriesOf: Uint32Array
  /** Per entry: days since 1970-01-01, ascending. */
  private readonly days: Int32Array
  /** One entry per activity and day. */
  private readonly daily: Table
  private merged: Table | null = null
  /** Per activity: how many people its entries have, added up. */
  private sums: Uint32Array | null = null
  private readonly unions = new Map<'people' | 'mobile', Words>()

  /** Throws Error when a bitmap is damaged, RangeError for a seat that there cannot be. */
  constructor(segment: Segment) {
    const entries = [...segment.entries].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    const numbers = new Map<Id, number>()
    for (const { activityId } of entries) if (!numbers.has(activityId)) numbers.set(activityId, numbers.size)
    this.kind = segment.kind
    this.activities = [...numbers.keys()]
    this.hashes = Uint32Array.from(this.activities, hashId)
    this.entriesOf = new Uint32Array(this.activities.length)
    this.days = dayNumbers(entries)
    const activityOf = Uint32Array.from(entries, (entry) => numbers.get(entry.activityId) as number)
    for (const activity of activityOf) this.entriesOf[activity] = (this.entriesOf[activity] as number) + 1
    const people = decode(entries.map((entry) => entry.people))
    const hasRosters = entries.some((entry) => entry.expected !== null)
    const expected = hasRosters ? decode(entries.map((entry) => entry.expected ?? NOBODY)) : nobody(entries.length)
    this.daily = {
      activityOf,
      people,
      mobile: decode(entries.map((entry) => entry.mobile)),
      expected,
      attended: hasRosters ? new SeatSets(commonSets(people, expected)) : expected,
    }
  }

  /** The entries of a period of days. When it covers all of the block's days, they are one per activity. */
  within({ from, to }: Period): Slice {
    const first = lowerBound(this.days, dayNumber(from))
    const end = lowerBound(this.days, dayNumber(to) + 1)
    const isWhole = first === 0 && end === this.days.length
    return isWhole
      ? { isWhole, table: this.whole, first: 0, end: this.activities.length }
      : { isWhole, table: this.daily, first, end }
  }

  /** One entry per activity. */
  get whole(): Table {
    // activities are numbered as they come, so without repetitions the table is this already
    const isMerged = this.activities.length === this.days.length
    this.merged ??= isMerged ? this.daily : mergeByActivity(this.daily, this.activities.length)
    return this.merged
  }

  /** Whether nobody is in two entries of an activity. */
  isDisjoint(activity: number): boolean {
    if (!this.sums) {
      this.sums = new Uint32Array(this.activities.length)
      for (const [entry, of] of this.daily.activityOf.entries()) {
        this.sums[of] = (this.sums[of] as number) + (this.daily.people.sizes[entry] as number)
      }
    }
    return this.sums[activity] === this.whole.people.sizes[activity]
  }

  /** Everyone in any entry. */
  union(choice: 'people' | 'mobile'): Words {
    let union = this.unions.get(choice)
    if (!union) {
      const sets = this.whole[choice]
      union = emptyWords(this.activities.map((_, i) => sets.bounds(i)))
      for (let i = 0; i < this.activities.length; i++) sets.orInto(i, union)
      this.unions.set(choice, union)
    }
    return union
  }
}
