import type { Day, Id, ParticipationKind } from '@/contracts/common'
import { monthOf } from '../time/day'
import type { IndexedFact } from './fact'
import { LowListsBuilder, listAt } from './packed/low-lists'
import { partOf } from './seating'
import { emptySegment, type Fixed, type FrozenRoster, type Segment, type SegmentKey, segmentKey } from './segment'

/** What a fact says of one bit of the index. */
interface Mark {
  readonly low: number
  readonly revision: number
  readonly on: boolean
  readonly mobile: boolean
}

/** What one entry of a segment has to take up. */
interface EntryNews {
  readonly activityId: Id
  /** Of the month. */
  readonly day: number
  readonly marks: Mark[]
  readonly expected: number[]
  readonly away: number[]
}

/** What one segment has to take up. */
export interface FoldStep {
  readonly key: SegmentKey
  readonly news: ReadonlyMap<string, EntryNews>
}

/** Sorts before the next activity's entries and after the earlier days of the same one: ids have no blanks. */
const entryId = (activityId: Id, day: number): string => `${activityId} ${day < 10 ? '0' : ''}${day}`

const samePlace = (a: { seat: number; day: Day }, b: { seat: number; day: Day }) => a.seat === b.seat && a.day === b.day

/**
 * Sorts facts and frozen rosters by segment. A correction concerns every segment in which the fact ever counted: it clears those
 * bits and sets its own.
 */
export function planFold(facts: Iterable<IndexedFact>, rosters: Iterable<FrozenRoster> = []): FoldStep[] {
  const steps = new Map<string, { readonly key: SegmentKey; readonly news: Map<string, EntryNews> }>()
  const newsOf = (kind: ParticipationKind, activityId: Id, day: Day, seat: number): EntryNews => {
    const key = segmentKey(kind, monthOf(day), partOf(seat))
    const step = getOrPut(steps, key._id, () => ({ key, news: new Map() }))
    const ofMonth = Number(day.slice(8))
    const nothing = () => ({ activityId, day: ofMonth, marks: [], expected: [], away: [] })
    return getOrPut(step.news, entryId(activityId, ofMonth), nothing)
  }
  for (const fact of facts) {
    const { kind, activityId, revision, mobile } = fact
    const mark = (seat: number, day: Day, on: boolean): void => {
      newsOf(kind, activityId, day, seat).marks.push({ low: seat & 0xffff, revision, on, mobile: on && mobile })
    }
    mark(fact.seat, fact.day, !fact.withdrawn)
    for (const place of fact.earlier) if (!samePlace(place, fact)) mark(place.seat, place.day, false)
  }
  for (const { activityId, day, expected, mobile } of rosters) {
    for (const seat of expected) newsOf('themeday', activityId, day, seat).expected.push(seat & 0xffff)
    const due = new Set(expected)
    for (const seat of mobile) if (due.has(seat)) newsOf('themeday', activityId, day, seat).away.push(seat & 0xffff)
  }
  return [...steps.values()].sort((a, b) => (a.key._id < b.key._id ? -1 : 1))
}

function getOrPut<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** Some of an ascending list taken out, others put in. The list itself when that changes nothing. */
function changed(list: Uint16Array, wanted: ReadonlyMap<number, boolean>): Uint16Array {
  const lows = [...wanted.keys()].sort((a, b) => a - b)
  const result = new Uint16Array(list.length + lows.length)
  let length = 0
  let isSame = true
  let i = 0
  for (const low of lows) {
    while (i < list.length && (list[i] as number) < low) result[length++] = list[i++] as number
    const was = list[i] === low && i < list.length
    if (was) i++
    const is = wanted.get(low) as boolean
    if (is) result[length++] = low
    if (was !== is) isSame = false
  }
  if (isSame) return list
  while (i < list.length) result[length++] = list[i++] as number
  return result.subarray(0, length)
}

const all = (lows: readonly number[]): ReadonlyMap<number, boolean> => new Map(lows.map((low) => [low, true]))

/** An entry's sets, and the revisions that corrections gave to some of its seats. */
interface Entry {
  readonly people: Uint16Array
  readonly mobile: Uint16Array
  readonly expected: Uint16Array
  readonly away: Uint16Array
  readonly fixed: ReadonlyMap<number, number>
}

const nobody = new Uint16Array(0)
const emptyEntry: Entry = { people: nobody, mobile: nobody, expected: nobody, away: nobody, fixed: new Map() }

/**
 * The join of an entry and news of it: of each bit the highest revision counts, and among first entries (revision 0) it is a union.
 * So order, portions and repetitions do not matter. The entry itself when nothing changes.
 */
function joined(entry: Entry, news: EntryNews): Entry {
  const people = new Map<number, boolean>()
  const mobile = new Map<number, boolean>()
  const revisions = new Map<number, number>()
  const has = new Set<number>()
  for (const { low } of news.marks) if (includes(entry.people, low)) has.add(low)
  for (const { low, revision, on, mobile: wasMobile } of news.marks) {
    const known = revisions.get(low) ?? entry.fixed.get(low) ?? 0
    // a first entry that is there already, or was corrected since
    if (revision < known || (revision === 0 && has.has(low)) || (revision > 0 && revision === known)) continue
    if (revision > 0) revisions.set(low, revision)
    has.add(low)
    people.set(low, on)
    mobile.set(low, on && wasMobile)
  }
  const next = {
    people: changed(entry.people, people),
    mobile: changed(entry.mobile, mobile),
    expected: changed(entry.expected, all(news.expected)),
    away: changed(entry.away, all(news.away)),
    fixed: revisions.size === 0 ? entry.fixed : new Map([...entry.fixed, ...revisions]),
  }
  const lists = ['people', 'mobile', 'expected', 'away', 'fixed'] as const
  return lists.every((list) => next[list] === entry[list]) ? entry : next
}

function includes(list: Uint16Array, low: number): boolean {
  let from = 0
  let to = list.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((list[middle] as number) < low) from = middle + 1
    else to = middle
  }
  return list[from] === low
}

/** The first index in ascending ids that is at least `id`. */
function lowerBound(ids: readonly Id[], id: Id): number {
  let from = 0
  let to = ids.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((ids[middle] as Id) < id) from = middle + 1
    else to = middle
  }
  return from
}

/** Where an entry is, or would be put in; for positions in the order of entries. */
class Places {
  /** Per activity: its first entry. */
  private readonly firstOf: Uint32Array

  constructor(private readonly segment: Segment) {
    const { activities, activityOf } = segment
    this.firstOf = new Uint32Array(activities.length + 1).fill(activityOf.length)
    for (let i = activityOf.length - 1; i >= 0; i--) this.firstOf[activityOf[i] as number] = i
  }

  find({ activityId, day }: EntryNews): { readonly at: number; readonly isThere: boolean } {
    const { activities, dayOf } = this.segment
    const activity = lowerBound(activities, activityId)
    let at = this.firstOf[activity] as number
    if (activities[activity] !== activityId) return { at, isThere: false }
    const end = this.firstOf[activity + 1] as number
    while (at < end && (dayOf[at] as number) < day) at++
    return { at, isThere: at < end && dayOf[at] === day }
  }
}

const fixedOf = (fixed: readonly Fixed[], entry: number): ReadonlyMap<number, number> =>
  new Map(fixed.filter((one) => one.entry === entry).map(({ low, revision }) => [low, revision]))

const entryAt = ({ people, mobile, expected, away, fixed }: Segment, i: number): Entry => ({
  people: listAt(people, i),
  mobile: listAt(mobile, i),
  expected: listAt(expected, i),
  away: listAt(away, i),
  fixed: fixed.length === 0 ? emptyEntry.fixed : fixedOf(fixed, i),
})

/** An entry that a fold changes or puts in. */
interface Touched {
  readonly at: number
  readonly isThere: boolean
  readonly activityId: Id
  readonly day: number
  readonly entry: Entry
}

/**
 * Takes a step up into its segment (null: there is none yet). A fold is a join: what is there already changes nothing, and order,
 * portions, repetitions and two folds at once do not matter. When nothing changes the answer is the given segment itself: there
 * is nothing to write.
 */
export function foldSegment({ key, news }: FoldStep, segment: Segment | null): Segment {
  const before = segment ?? emptySegment(key)
  const places = new Places(before)
  const touched: Touched[] = []
  for (const [, one] of [...news].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { at, isThere } = places.find(one)
    const old = isThere ? entryAt(before, at) : emptyEntry
    const entry = joined(old, one)
    if (entry === old) continue
    touched.push({ at, isThere, activityId: one.activityId, day: one.day, entry })
  }
  return touched.length === 0 && segment ? segment : rebuilt(before, touched)
}

/** The segment with some entries put in or replaced; what lies between them is copied in one piece. */
function rebuilt(before: Segment, touched: readonly Touched[]): Segment {
  const activities = [...new Set([...before.activities, ...touched.map(({ activityId }) => activityId)])]
  // ids sort by code units, the same on every machine
  if (activities.length > before.activities.length) activities.sort((a, b) => (a < b ? -1 : 1))
  const numberOf = new Map(activities.map((id, i) => [id, i]))
  const renumbered = before.activities.map((id) => numberOf.get(id) as number)
  const activityOf: number[] = []
  const dayOf: number[] = []
  const lists = {
    people: new LowListsBuilder(),
    mobile: new LowListsBuilder(),
    expected: new LowListsBuilder(),
    away: new LowListsBuilder(),
  }
  const names = ['people', 'mobile', 'expected', 'away'] as const
  const fixed: Fixed[] = []
  let next = 0
  let nextFixed = 0
  const copyUntil = (end: number): void => {
    const shift = activityOf.length - next
    for (const name of names) lists[name].copy(before[name], next, end)
    for (; next < end; next++) {
      activityOf.push(renumbered[before.activityOf[next] as number] as number)
      dayOf.push(before.dayOf[next] as number)
    }
    for (let one = before.fixed[nextFixed]; one && one.entry < end; one = before.fixed[++nextFixed]) {
      fixed.push({ ...one, entry: one.entry + shift })
    }
  }
  for (const { at, isThere, activityId, day, entry } of touched) {
    copyUntil(at)
    for (const name of names) lists[name].add(entry[name])
    for (const [low, revision] of [...entry.fixed].sort(([a], [b]) => a - b)) {
      fixed.push({ entry: activityOf.length, low, revision })
    }
    activityOf.push(numberOf.get(activityId) as number)
    dayOf.push(day)
    if (!isThere) continue
    next = at + 1
    while (before.fixed[nextFixed]?.entry === at) nextFixed++
  }
  copyUntil(before.dayOf.length)
  const { _id, kind, month, part, version } = before
  const columns = { activityOf: Uint32Array.from(activityOf), dayOf: Uint8Array.from(dayOf) }
  const sets = {
    people: lists.people.end(),
    mobile: lists.mobile.end(),
    expected: lists.expected.end(),
    away: lists.away.end(),
  }
  return { _id, kind, month, part, version, activities, ...columns, ...sets, fixed }
}
