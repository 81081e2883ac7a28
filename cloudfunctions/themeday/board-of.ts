import type { Channel } from '@/contracts/common'
import type { CheckInBoard } from '@/contracts/themeday'
import { attendanceState, checkInState, codesAt, opensFrom, reopenUntil } from '@/domain/themeday'
import { dayOf } from '@/domain/time'
import { findArrivals, standingOf } from '../_data/arrivals'
import { findAttendances } from '../_data/attendances'
import type { OrganisationDoc, ThemeDayDoc } from '../_data/documents'
import { findMembersOn, findNames } from '../_data/people'
import { mac } from '../_kit/mac'

const LATEST_ARRIVALS = 50

/** Who is on leave and whose late scan waits: of those who took part after all, neither. */
async function countAway(themeDayId: string): Promise<{ leave: number; lateScans: number }> {
  const attendances = await findAttendances(themeDayId)
  const ids = attendances.map(({ personId }) => personId)
  const facts = await standingOf('themeday', themeDayId, ids)
  const states = attendances.map(({ personId, leave, lateScan }) =>
    attendanceState({ fact: facts.get(personId) ?? null, leave, lateScan }),
  )
  const count = (state: string) => states.filter((one) => one === state).length
  return { leave: count('leave'), lateScans: count('lateScan') }
}

/** What the secretary's screen shows now: the codes of the moment while the check-in is open, and who has come. */
export async function boardOf(themeDay: ThemeDayDoc, org: OrganisationDoc, now: number): Promise<CheckInBoard> {
  const { _id: themeDayId, title, startsAt, endsAt, secret, roster } = themeDay
  const status = checkInState(themeDay, now)
  const [{ by, latest }, away, expected] = await Promise.all([
    findArrivals('themeday', themeDayId, LATEST_ARRIVALS),
    countAway(themeDayId),
    roster ? roster.expectedCount : findMembersOn(org._id, dayOf(now)).then((members) => members.length),
  ])
  const names = await findNames(latest.map(({ personId }) => personId))
  const codes = status === 'open' ? codesAt({ themeDayId, secret, mac }, now) : null
  const count = (channel: Channel) => by.get(channel) ?? 0
  return {
    themeDayId,
    title,
    orgId: org._id,
    orgName: org.name,
    startsAt,
    endsAt,
    status,
    now,
    frozen: roster !== null,
    token: codes?.token ?? null,
    code: codes?.code ?? null,
    rotatesAt: codes?.rotatesAt ?? null,
    opensFrom: opensFrom(themeDay),
    reopenUntil: reopenUntil(themeDay, now),
    ...(themeDay.cancelled && { cancelled: true as const }),
    expected,
    onSite: count('self') + count('import'),
    remote: count('remote'),
    proxy: count('proxy'),
    ...away,
    arrivals: latest.map(({ personId, occurredAt: at, channel }) => ({ name: names.get(personId) ?? '', at, channel })),
  }
}
