import type { Id } from '@/contracts/common'
import type { Membership } from '../people/membership'
import { covers } from '../people/membership'
import type { Period } from '../time/day'
import { type Fact, validFacts } from './fact'
import type { Attendance, Query } from './participation-index'
import { inRanges, type Ranges } from './ranges'
import type { FrozenRoster } from './segment'
import type { Tally } from './tallies'

/**
 * The same figures straight from the ledger, with plain sets and none of the index's code: slow, and meant to be obviously
 * right. Tests compare the two; an operator can at any time. Seats come from the facts, people from their ids.
 */
export interface Ledger {
  /** Entries of the ledger, corrections included, in any order. */
  readonly facts: readonly Fact[]
  /** Frozen rosters of theme days. */
  readonly rosters?: readonly FrozenRoster[]
  /** Whose seats they are, for rosters. */
  readonly people?: readonly (Pick<Membership, 'seatings'> & { readonly id: Id })[]
}

/** What is asked, with the seats of a slice as a set. */
export type PlainQuery = Omit<Query, 'among'> & { readonly among?: ReadonlySet<number> }

function select({ facts }: Ledger, query: PlainQuery): Fact[] {
  return validFacts(facts).filter(
    (fact) =>
      fact.kind === query.kind &&
      fact.day >= query.from &&
      fact.day <= query.to &&
      (query.activityId === undefined || fact.activityId === query.activityId) &&
      (!query.mobileOnly || fact.mobile) &&
      (!query.among || query.among.has(fact.seat)),
  )
}

/** 人数, 人次 and activities of one organisation. */
export function recount(ledger: Ledger, query: PlainQuery, ranges: Ranges): Tally {
  const chosen = select(ledger, query).filter((fact) => inRanges(ranges, fact.seat))
  return {
    people: new Set(chosen.map((fact) => fact.personId)).size,
    times: new Set(chosen.map((fact) => `${fact.activityId} ${fact.personId}`)).size,
    sessions: new Set(chosen.map((fact) => fact.activityId)).size,
  }
}

/** A person of the roster on a day, by their id and seat. */
export interface Sitting {
  readonly personId: Id
  readonly seat: number
}

/** The roster at the end of a day. */
export const recountRoster = (people: Iterable<Membership & { readonly id: Id }>, day: string): Sitting[] =>
  [...people].flatMap((person) => {
    const seating = person.seatings.find((one) => covers(one, day))
    return seating ? [{ personId: person.id, seat: seating.seat }] : []
  })

/** Seats of the roster whose members did not take part, ascending. */
export function recountMissing(
  ledger: Ledger,
  query: PlainQuery,
  roster: readonly Sitting[],
  ranges: Ranges,
): number[] {
  const came = new Set(select(ledger, query).map((fact) => fact.personId))
  return roster
    .filter(({ personId, seat }) => inRanges(ranges, seat) && !came.has(personId))
    .map(({ seat }) => seat)
    .sort((a, b) => a - b)
}

/** Attendance of theme days whose roster was frozen in the period. */
export function recountAttendance(
  ledger: Ledger,
  { from, to, mobileOnly, among }: Period & { readonly mobileOnly?: boolean; readonly among?: ReadonlySet<number> },
  ranges: Ranges,
): Attendance {
  const held = select(ledger, { kind: 'themeday', from, to })
  const owners = new Map((ledger.people ?? []).flatMap(({ id, seatings }) => seatings.map(({ seat }) => [seat, id])))
  let actual = 0
  let expected = 0
  for (const roster of ledger.rosters ?? []) {
    if (roster.day < from || roster.day > to) continue
    const came = new Set(held.filter(({ activityId }) => activityId === roster.activityId).map((fact) => fact.personId))
    const due = [...new Set(mobileOnly ? roster.mobile : roster.expected)].filter(
      (seat) => inRanges(ranges, seat) && (!among || among.has(seat)),
    )
    expected += due.length
    // whoever was expected and came is present, also when they have been transferred and the participation counts elsewhere
    actual += due.filter((seat) => came.has(owners.get(seat) ?? '')).length
  }
  return { actual, expected }
}
