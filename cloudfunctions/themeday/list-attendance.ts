import type { OutputOf } from '@/contracts/action'
import { listAttendance as contract } from '@/contracts/themeday'
import {
  attendanceState,
  checkInState,
  expectedSeats,
  lateScanWords,
  leaveWords,
  RECORDING_MS,
  reasonWords,
} from '@/domain/themeday'
import { dayOf } from '@/domain/time'
import { standingOf } from '../_data/arrivals'
import { findAttendances } from '../_data/attendances'
import { findMembersOn, findNamed, type NamedSeat } from '../_data/people'
import { implement } from '../_kit/action'
import { joined, managedThemeDay } from './managed-theme-day'

type Row = OutputOf<typeof contract>['rows'][number]

const MOST = 1000
/** Who needs the secretary first, then who has not come, then the others. */
const order: readonly Row['state'][] = ['lateScan', 'absent', 'leave', 'onSite', 'remote', 'proxy']

/**
 * Five database requests however many come: the caller with the theme day; leaves and scans; people by their seats, and those whose scan came late; their
 * facts. (Before the opening, when there is no roster, two more for the members.)
 */
export const listAttendance = implement(contract, {
  ...managedThemeDay,
  async handle({ found, now }) {
    const { themeDay, org } = joined(found)
    const { _id: themeDayId, title, startsAt, endsAt, roster } = themeDay
    const seats = roster ? expectedSeats(roster) : (await findMembersOn(org._id, dayOf(now))).map(({ seat }) => seat)
    const attendances = await findAttendances(themeDayId)
    const known = new Map(attendances.map((one) => [one.personId, one]))
    const waiting = attendances.flatMap(({ personId, lateScan }) => (lateScan ? [personId] : []))
    const people = await findNamed(seats.slice(0, MOST), waiting, dayOf(startsAt))
    const facts = await standingOf(
      'themeday',
      themeDayId,
      people.map(({ id }) => id),
    )
    const rowOf = ({ id, name, mobile }: NamedSeat): Row => {
      const fact = facts.get(id) ?? null
      const { leave = null, lateScan = null } = known.get(id) ?? {}
      const state = attendanceState({ fact, leave, lateScan })
      const row = {
        personId: id,
        name,
        mobile,
        state,
        at: null,
        reason: null,
        withdrawn: fact?.withdrawn ?? false,
        declined: false,
      }
      if (state === 'lateScan' && lateScan) {
        return { ...row, at: lateScan.scannedAt, reason: lateScanWords(lateScan) }
      }
      if (state === 'leave' && leave) {
        return { ...row, at: leave.at, reason: reasonWords(leaveWords[leave.reason], leave.note) }
      }
      if (state === 'absent') return { ...row, reason: fact?.reason ?? null }
      return { ...row, at: fact?.occurredAt ?? null, reason: state === 'proxy' ? (fact?.reason ?? null) : null }
    }
    const rows = people.map(rowOf)
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
      next: null,
      rows: order.flatMap((state) => rows.filter((row) => row.state === state)).slice(0, MOST),
    }
  },
})
