import type { Id, ParticipationKind } from '@/contracts/common'
import { dayNumber, type Period } from '../time/day'
import { Bitmap } from './bitmap/bitmap'
import { SeatSets } from './seat-sets'
import { SEAT_LIMIT } from './seating'
import type { Segment } from './segment'
import { emptyWords, type Words } from './words'

const nobody = new Bitmap()

function decode(text: string): Bitmap {
  const set = Bitmap.fromBase64(text)
  // a few damaged bits must not claim half a gigabyte
  if (set.wordBounds()[1] * 32 > SEAT_LIMIT) throw new RangeError(`seats reach beyond ${SEAT_LIMIT}`)
  return set
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

/**
 * A decoded segment. It never changes, so a warm instance keeps it for as long as the stored segment has the same version.
 * Entries are in order of days; the same activity and day may occur in several blocks (parts of the seats, the tail).
 */
export class Block {
  readonly kind: ParticipationKind
  /** Per entry: days since 1970-01-01. */
  readonly days: Int32Array
  /** Ids of the activities, each once. */
  readonly activities: readonly Id[]
  /** Per entry: index into `activities`. */
  readonly activityOf: Uint32Array
  readonly people: SeatSets
  readonly mobile: SeatSets
  /** Theme days: the frozen rosters, and those of them who came; null for other kinds. */
  readonly expected: SeatSets | null
  readonly attended: SeatSets | null
  private readonly unions = new Map<'people' | 'mobile', Words>()

  /** Throws Error when a bitmap is damaged, RangeError for a seat that there cannot be. */
  constructor(segment: Segment) {
    const entries = [...segment.entries].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    const numbers = new Map<Id, number>()
    for (const { activityId } of entries) if (!numbers.has(activityId)) numbers.set(activityId, numbers.size)
    const people = entries.map((entry) => decode(entry.people))
    this.kind = segment.kind
    this.days = Int32Array.from(entries, (entry) => dayNumber(entry.day))
    this.activities = [...numbers.keys()]
    this.activityOf = Uint32Array.from(entries, (entry) => numbers.get(entry.activityId) as number)
    this.people = new SeatSets(people)
    this.mobile = new SeatSets(entries.map((entry) => decode(entry.mobile)))
    const rosters = entries.map((entry) => (entry.expected === null ? nobody : decode(entry.expected)))
    const held = segment.kind === 'themeday'
    this.expected = held ? new SeatSets(rosters) : null
    this.attended = held ? new SeatSets(people.map((set, i) => set.and(rosters[i] as Bitmap))) : null
  }

  /** Entries of a period of days, both included: [first, end). */
  between({ from, to }: Period): readonly [first: number, end: number] {
    return [lowerBound(this.days, dayNumber(from)), lowerBound(this.days, dayNumber(to) + 1)]
  }

  /** Everyone in any entry; computed once. */
  union(choice: 'people' | 'mobile'): Words {
    let union = this.unions.get(choice)
    if (!union) {
      const sets = this[choice]
      union = emptyWords(Array.from(this.days, (_, i) => sets.bounds(i)))
      for (let i = 0; i < this.days.length; i++) sets.orInto(i, union)
      this.unions.set(choice, union)
    }
    return union
  }
}
