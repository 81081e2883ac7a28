import type { Day, Id } from '@/contracts/common'
import type { Links } from './links'
import { listAt } from './packed/low-lists'
import type { Chosen } from './sessions'
import type { Spans } from './spans'
import { hasSeat, type Words } from './words'

/** One activity as the index knows it, in some seats. */
export interface ActivityTally {
  readonly activityId: Id
  /** The first and the last day of the period on which it has somebody: who took part, or who was expected. */
  readonly from: Day
  readonly to: Day
  /** Participations; the sum over activities is 人次. */
  readonly times: number
  /** Of these, those of mobile members. */
  readonly mobile: number
  /** Theme days whose roster was frozen in the period: who of those expected came, and who was expected; null: no roster of these seats. */
  readonly attendance: { readonly actual: number; readonly expected: number } | null
}

interface Asked {
  readonly chosen: readonly Chosen[]
  readonly links: Links
  readonly mobileOnly: boolean
  readonly among: Words | null
}

/** An entry of an activity: one day in one block. */
interface Entry {
  readonly of: Chosen
  readonly entry: number
}

const dayOfEntry = ({ of, entry }: Entry): Day =>
  `${of.block.segment.month}-${String(of.block.segment.dayOf[entry]).padStart(2, '0')}`

/** The selected entries of every activity, by its id. */
function entriesOf(chosen: readonly Chosen[]): Map<Id, Entry[]> {
  const entries = new Map<Id, Entry[]>()
  for (const of of chosen) {
    const { activities, activityOf, dayOf } = of.block.segment
    for (let entry = 0; entry < dayOf.length; entry++) {
      if (!of.block.isSelected(entry, of.selection)) continue
      const id = activities[activityOf[entry] as number] as Id
      const list = entries.get(id)
      if (list) list.push({ of, entry })
      else entries.set(id, [{ of, entry }])
    }
  }
  return entries
}

/**
 * The activities in which somebody of one organisation took part, or was expected, in no order. The sums over them are the figures: times → 人次, those
 * with somebody → 场次, attendance → 到会率.
 * @param spans the seats of one organisation
 */
export function listActivities(asked: Asked, spans: Spans): ActivityTally[] {
  const isMeant = (seat: number): boolean => spans.ownerOf(seat) >= 0 && (!asked.among || hasSeat(asked.among, seat))
  const result: ActivityTally[] = []
  for (const [activityId, entries] of entriesOf(asked.chosen)) {
    const days: Day[] = []
    const due: number[] = []
    let times = 0
    let mobile = 0
    for (const one of entries) {
      const { segment, base } = one.of.block
      const inside = (lists: typeof segment.people) =>
        Array.from(listAt(lists, one.entry), (low) => base + low).filter(isMeant)
      const away = inside(segment.mobile).length
      const took = asked.mobileOnly ? away : inside(segment.people).length
      const expected = inside(asked.mobileOnly ? segment.away : segment.expected)
      times += took
      mobile += away
      due.push(...expected)
      if (took > 0 || expected.length > 0) days.push(dayOfEntry(one))
    }
    if (days.length === 0) continue
    days.sort()
    const attendance = due.length === 0 ? null : { actual: countCame(due, entries, asked.links), expected: due.length }
    result.push({
      activityId,
      from: days[0] as Day,
      to: days[days.length - 1] as Day,
      times,
      mobile,
      attendance,
    })
  }
  return result
}

/** How many of those expected came, on whatever seat. */
function countCame(due: readonly number[], entries: readonly Entry[], links: Links): number {
  const took = new Set<number>()
  for (const { of, entry } of entries) {
    for (const low of listAt(of.block.segment.people, entry)) took.add(of.block.base + low)
  }
  return due.filter((seat) => (links.seatsOf(seat) ?? [seat]).some((one) => took.has(one))).length
}

/** Of seats, ascending, the first of each person: whoever took part on two seats is in a list of people once. */
export function onePerPerson(seats: readonly number[], links: Links): number[] {
  const known = new Set<number>()
  return seats.filter((seat) => {
    const own = links.seatsOf(seat)
    if (!own) return true
    if (own.some((one) => known.has(one))) return false
    known.add(seat)
    return true
  })
}
