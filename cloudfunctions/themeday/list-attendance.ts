import { listAttendance as contract } from '@/contracts/themeday'
import { checkInEnd, checkInState, expectedSeats, RECORDING_MS } from '@/domain/themeday'
import { dayOf } from '@/domain/time'
import { standingOf } from '../_data/arrivals'
import { findAttendances } from '../_data/attendances'
import { findMembersOn, findNamed, findNamedLike } from '../_data/people'
import { implement } from '../_kit/action'
import { type AttendanceRow, attendanceRow } from './attendance-row'
import { joined, managedThemeDay } from './managed-theme-day'

const A_PAGE = 1000
const MOST_FOUND = 200
/** Who needs the secretary first, then who has not come, then the others. */
const order: readonly AttendanceRow['state'][] = ['lateScan', 'absent', 'leave', 'onSite', 'remote', 'proxy']

/**
 * Five database requests for up to 500 people: the caller with the theme day; leaves and scans; people by their seats, and those whose scan came late; their
 * facts, one more for each further 500. (Before the opening, when there is no roster, two more for the members.)
 */
export const listAttendance = implement(contract, {
  ...managedThemeDay,
  async handle({ caller, input: { name = null, after = null }, found, now }) {
    const { themeDay, org } = joined(found)
    const { _id: themeDayId, title, startsAt, endsAt, roster } = themeDay
    const seats = roster
      ? expectedSeats(roster)
      : (await findMembersOn(org._id, dayOf(now))).map(({ seat }) => seat).sort((a, b) => a - b)
    const left = after === null ? seats : seats.filter((seat) => seat > after)
    const page = left.slice(0, A_PAGE)
    const attendances = await findAttendances(themeDayId)
    const known = new Map(attendances.map((one) => [one.personId, one]))
    // whose scan waits needs the secretary whichever page they stand on
    const scanned = attendances.flatMap(({ personId, lateScan }) => (lateScan && after === null ? [personId] : []))
    const day = dayOf(startsAt)
    const people =
      name === null ? await findNamed(page, scanned, day) : await findNamedLike(name, left, day, MOST_FOUND)
    const ids = people.map(({ id }) => id)
    const facts = await standingOf('themeday', themeDayId, ids)
    const rows = people.flatMap((person) => {
      const { leave = null, lateScan = null } = known.get(person.id) ?? {}
      const fact = facts.get(person.id) ?? null
      const row = attendanceRow(
        person,
        { fact, leave, lateScan },
        person.id === caller.person._id,
        checkInEnd(themeDay),
      )
      const isHere = row.state === 'lateScan' ? after === null : person.seated
      return isHere ? [row] : []
    })
    return {
      themeDayId,
      title,
      status: checkInState(themeDay, now),
      now,
      startsAt,
      endsAt,
      frozen: roster !== null,
      recordUntil: endsAt + RECORDING_MS,
      expected: seats.length,
      // the seats are in the order of the tree: sorting by state keeps it within each
      rows: order.flatMap((state) => rows.filter((row) => row.state === state)),
      next: name === null && left.length > page.length ? (page[page.length - 1] ?? null) : null,
    }
  },
})
