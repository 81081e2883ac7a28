import type { Period } from '../time/day'
import type { Fact } from './fact'
import type { Attendance, Query } from './participation-index'
import { inRanges, type Ranges } from './ranges'
import type { ExpectedOf } from './segment'
import type { Tally } from './tallies'

/**
 * The same figures straight from the ledger, with plain sets and none of the index's code: slow, and meant to be obviously
 * right. Tests compare the two; an operator can at any time.
 */
function select(facts: readonly Fact[], query: Query, ranges: Ranges): Fact[] {
  return facts.filter(
    (fact) =>
      fact.kind === query.kind &&
      fact.day >= query.from &&
      fact.day <= query.to &&
      (query.activityId === undefined || fact.activityId === query.activityId) &&
      (!query.mobileOnly || fact.mobile) &&
      inRanges(ranges, fact.seat),
  )
}

/** 人数, 人次 and activities of one organisation. */
export function recount(facts: readonly Fact[], query: Query, ranges: Ranges): Tally {
  const chosen = select(facts, query, ranges)
  return {
    people: new Set(chosen.map((fact) => fact.personId)).size,
    times: new Set(chosen.map((fact) => `${fact.activityId} ${fact.personId}`)).size,
    sessions: new Set(chosen.map((fact) => fact.activityId)).size,
  }
}

/** Seats of the roster whose members did not take part, ascending. */
export function recountMissing(
  facts: readonly Fact[],
  query: Query,
  roster: Iterable<number>,
  ranges: Ranges,
): number[] {
  const came = new Set(select(facts, query, ranges).map((fact) => fact.seat))
  return [...roster].filter((seat) => inRanges(ranges, seat) && !came.has(seat)).sort((a, b) => a - b)
}

/** Attendance of theme days in the period; `among` restricts to some seats. */
export function recountAttendance(
  facts: readonly Fact[],
  period: Period,
  ranges: Ranges,
  expectedOf: ExpectedOf,
  among?: ReadonlySet<number>,
): Attendance {
  const held = facts.filter(({ kind, day }) => kind === 'themeday' && day >= period.from && day <= period.to)
  let actual = 0
  let expected = 0
  for (const activityId of new Set(held.map((fact) => fact.activityId))) {
    const came = new Set(held.filter((fact) => fact.activityId === activityId).map((fact) => fact.seat))
    const due = [...new Set(expectedOf(activityId) ?? [])].filter(
      (seat) => inRanges(ranges, seat) && (!among || among.has(seat)),
    )
    expected += due.length
    actual += due.filter((seat) => came.has(seat)).length
  }
  return { actual, expected }
}
