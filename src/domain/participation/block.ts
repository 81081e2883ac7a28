import type { Id, ParticipationKind } from '@/contracts/common'
import type { Period } from '../time/day'
import type { ActivityNumbers } from './activity-numbers'
import { Counters } from './counters'
import { type LowLists, listAt } from './packed/low-lists'
import { PART_SEATS } from './seating'
import type { Segment } from './segment'

/** Which of the lists of a segment is meant. */
export type Choice = 'people' | 'mobile'

/** The rosters of theme days: who was due and who of them came; of all, and of those who were mobile members. */
export type RosterChoice = 'due' | 'came' | 'dueMobile' | 'cameMobile'

/** Some activities only: one, or those of a set. */
export interface Which {
  readonly activityId?: Id | undefined
  readonly activities?: ReadonlySet<Id> | undefined
}

/** Some entries of a block: days of its month, both included, and perhaps some activities only. */
export interface Selection extends Which {
  readonly from: number
  readonly to: number
}

/** All entries of a block. */
export const WHOLE: Selection = { from: 1, to: 31 }

const NOBODY = -1
export const SEVERAL = -2

const lastLow = ({ lows, at }: LowLists, i: number): number =>
  at[i + 1] === at[i] ? -1 : (lows[(at[i + 1] as number) - 1] as number)

/**
 * A segment made ready for questions. It never changes (what it computes later is kept), so a warm instance keeps it for as long
 * as the stored segment has the same version.
 */
export class Block {
  readonly kind: ParticipationKind
  /** The part's first seat. */
  readonly base: number
  /** Per activity of the segment: its number. */
  readonly numberOf: Uint32Array
  /** Per activity: its first entry; one more at the end. */
  readonly firstOf: Uint32Array
  /** Words of 32 seats up to the last one that occurs. */
  private readonly words: number
  /** The first and the last day that occurs. */
  private readonly days: { readonly from: number; readonly to: number }
  private readonly keptEdges = new Map<Choice, { readonly first: Int32Array; readonly last: Int32Array }>()
  private kept: { selection: Selection; counters: Map<Choice | RosterChoice, Counters> } | null = null
  private readonly whole = new Map<Choice | RosterChoice, Counters>()

  constructor(
    readonly segment: Segment,
    readonly numbers: ActivityNumbers,
  ) {
    const { activities, activityOf, people, expected } = segment
    this.kind = segment.kind
    this.base = segment.part * PART_SEATS
    this.numberOf = Uint32Array.from(activities, (id) => numbers.of(id))
    this.firstOf = new Uint32Array(activities.length + 1).fill(activityOf.length)
    let last = -1
    for (let i = activityOf.length - 1; i >= 0; i--) {
      this.firstOf[activityOf[i] as number] = i
      last = Math.max(last, lastLow(people, i), lastLow(expected, i))
    }
    this.words = (last + 32) >>> 5
    this.days = segment.dayOf.reduce(({ from, to }, day) => ({ from: Math.min(from, day), to: Math.max(to, day) }), {
      from: 31,
      to: 1,
    })
  }

  /** The days of the block's month that a period has; null for none. */
  select({ from, to }: Period, { activityId, activities }: Which = {}): Selection | null {
    const { month } = this.segment
    if (from.slice(0, 7) > month || to.slice(0, 7) < month) return null
    const first = from.slice(0, 7) < month ? WHOLE.from : Number(from.slice(8))
    const last = to.slice(0, 7) > month ? WHOLE.to : Number(to.slice(8))
    // what covers all of the block's days is the whole, and is kept
    const days = first <= this.days.from && last >= this.days.to ? WHOLE : { from: first, to: last }
    return activityId === undefined && activities === undefined ? days : { ...days, activityId, activities }
  }

  isSelected(entry: number, { from, to, activityId, activities }: Selection): boolean {
    const { segment } = this
    const day = segment.dayOf[entry] as number
    if (day < from || day > to) return false
    if (activityId === undefined && activities === undefined) return true
    const id = segment.activities[segment.activityOf[entry] as number] as Id
    return (activityId === undefined || id === activityId) && (activities === undefined || activities.has(id))
  }

  /** Who took part, counted. */
  counters(choice: Choice, selection: Selection): Counters {
    return this.keep(choice, selection, (isWhole) =>
      isWhole
        ? Counters.ofAll(this.base, this.words, this.segment[choice])
        : new Counters(this.base, this.words, (add) => {
            const { at, lows } = this.segment[choice]
            const { dayOf } = this.segment
            for (let i = 0; i < dayOf.length; i++) {
              if (this.isSelected(i, selection)) add(lows, at[i] as number, at[i + 1] as number)
            }
          }),
    )
  }

  /** Who was due and who of them came: theme days whose roster was frozen on one of the days. */
  rosterCounters(choice: RosterChoice, selection: Selection): Counters {
    const { expected, away, people } = this.segment
    const due = choice === 'due' || choice === 'came' ? expected : away
    const all = choice === 'due' || choice === 'dueMobile'
    return this.keep(
      choice,
      selection,
      () =>
        new Counters(this.base, this.words, (add) => {
          this.eachDue(due, selection, (i, isOnly, activity) => {
            if (all) add(due.lows, due.at[i] as number, due.at[i + 1] as number)
            else if (isOnly) {
              const came = common(listAt(due, i), listAt(people, i))
              add(came, 0, came.length)
            } else {
              const came = this.peopleOf(activity, selection)
              const both = listAt(due, i).filter((low) => came.has(low))
              add(both, 0, both.length)
            }
          })
        }),
    )
  }

  /**
   * Per activity: its first and its last participant's seat, when all of it is one entry; NOBODY when nobody took part, SEVERAL
   * when it has several entries.
   */
  edges(choice: Choice): { readonly first: Int32Array; readonly last: Int32Array } {
    let edges = this.keptEdges.get(choice)
    if (!edges) {
      const { at, lows } = this.segment[choice]
      const count = this.numberOf.length
      edges = { first: new Int32Array(count).fill(NOBODY), last: new Int32Array(count).fill(NOBODY) }
      for (let activity = 0; activity < count; activity++) {
        const entry = this.firstOf[activity] as number
        const isOne = (this.firstOf[activity + 1] as number) - entry === 1
        if (!isOne) edges.first[activity] = SEVERAL
        else if (at[entry] !== at[entry + 1]) {
          edges.first[activity] = this.base + (lows[at[entry] as number] as number)
          edges.last[activity] = this.base + (lows[(at[entry + 1] as number) - 1] as number)
        }
      }
      this.keptEdges.set(choice, edges)
    }
    return edges
  }

  /** Calls `visit` with every selected entry that has someone due, whether it is the activity's only one, and the activity. */
  private eachDue(
    { at }: LowLists,
    selection: Selection,
    visit: (entry: number, isOnly: boolean, activity: number) => void,
  ): void {
    for (let activity = 0; activity < this.numberOf.length; activity++) {
      const first = this.firstOf[activity] as number
      const end = this.firstOf[activity + 1] as number
      for (let i = first; i < end; i++) {
        if (at[i] !== at[i + 1] && this.isSelected(i, selection)) visit(i, end - first === 1, activity)
      }
    }
  }

  /** Everyone who took part in an activity of the block on the selected days. */
  peopleOf(activity: number, selection: Selection): Set<number> {
    const set = new Set<number>()
    const { people } = this.segment
    for (let i = this.firstOf[activity] as number; i < (this.firstOf[activity + 1] as number); i++) {
      if (this.isSelected(i, selection)) for (const low of listAt(people, i)) set.add(low)
    }
    return set
  }

  /** Of all entries it is kept for good; of some, until others are asked for. */
  private keep(choice: Choice | RosterChoice, selection: Selection, make: (isWhole: boolean) => Counters): Counters {
    const { from, to } = selection
    const isWhole = selection === WHOLE
    let map = this.whole
    if (!isWhole) {
      const kept = this.kept?.selection
      const isKept =
        kept?.from === from &&
        kept.to === to &&
        kept.activityId === selection.activityId &&
        kept.activities === selection.activities
      if (!this.kept || !isKept) {
        this.kept = { selection, counters: new Map() }
      }
      map = this.kept.counters
    }
    let counters = map.get(choice)
    if (!counters) {
      counters = make(isWhole)
      map.set(choice, counters)
    }
    return counters
  }
}

/** What two ascending lists share. */
function common(a: Uint16Array, b: Uint16Array): Uint16Array {
  const shared = new Uint16Array(Math.min(a.length, b.length))
  let length = 0
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const x = a[i] as number
    const y = b[k] as number
    if (x === y) shared[length++] = x
    if (x <= y) i++
    if (y <= x) k++
  }
  return shared.subarray(0, length)
}
