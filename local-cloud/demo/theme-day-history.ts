import { makeFact } from '@/domain/participation/fact'
import type { Rng } from '@/domain/random'
import type { LateScan } from '@/domain/themeday/late-scan'
import { dayOf, monthOf } from '@/domain/time/day'
import type { AttendanceDoc, FactDoc, ThemeDayDoc } from '../../cloudfunctions/_data/documents'
import { type DemoMonth, monthsAgo } from './calendar'
import { between, chanceFor } from './chance'
import type { Member } from './members'
import type { Present } from './roll'
import { leaveOf } from './theme-day-leaves'
import type { Session } from './theme-days'
import type { World } from './world'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const SLOT = 30_000
/** Of those who scanned, how many had no network until the evening, and of those who were not there, of how many a scan came in. */
const LATE = 0.012
const LATE_AND_ABSENT = 0.006

type How = Pick<FactDoc, 'occurredAt' | 'recordedAt' | 'channel'> & Partial<Pick<FactDoc, 'recorder' | 'reason'>>

/** How somebody was there: mobile members from afar, some of the very old by proxy, the others by scanning at the door. */
function attendance({ member, place }: Present, { startsAt }: ThemeDayDoc, leaderId: string, chance: Rng): How {
  if (place.mobile) {
    const at = startsAt + between(0, 20 * 60, chance) * 1000
    return { occurredAt: at, recordedAt: at, channel: 'remote' }
  }
  if (member.age >= 78 && chance() < 0.4) {
    const by = { channel: 'proxy' as const, recorder: leaderId, reason: '行动不便，支部上门送学' }
    return { occurredAt: startsAt, recordedAt: startsAt + 40 * MINUTE, ...by }
  }
  const at = startsAt + between(-12 * 60, 15 * 60, chance) * 1000
  return { occurredAt: at, recordedAt: at, channel: 'self' }
}

/** A scan that came in after the end, which the secretary settled the same evening. */
function lateScan(at: number, receivedAt: number, state: 'accepted' | 'declined', leaderId: string): LateScan {
  const slotStartsAt = at - (at % SLOT)
  const slot = { slotStartsAt, slotEndsAt: slotStartsAt + SLOT, scannedAt: at }
  return { ...slot, receivedAt, state, decidedBy: leaderId, decidedAt: receivedAt + HOUR / 2 }
}

/** The fact of an accepted one: it counts from when the code was shown. */
const settledLate = ({ slotEndsAt, decidedAt }: LateScan, leaderId: string): How => ({
  ...{ occurredAt: slotEndsAt - 1, recordedAt: decidedAt ?? slotEndsAt, channel: 'self' },
  ...{ recorder: leaderId, reason: '扫码晚到，书记确认到场' },
})

/** What is on record of a theme day besides itself. */
export interface Attended {
  readonly facts: FactDoc[]
  readonly attendances: AttendanceDoc[]
}

/**
 * Who came to a theme day that was held, and who asked for leave. The secretary of a branch always came to its own; the personas who try things out came to all but
 * the one that is on. Of one still to come a few have asked for leave already.
 */
export function themeDayHistory({ themeDay, expected }: Session, world: World): Attended {
  const { _id: themeDayId, startsAt, orgId } = themeDay
  const chance = chanceFor(themeDayId)
  const day = dayOf(startsAt)
  const month: DemoMonth = {
    month: monthOf(day),
    days: { from: day, to: day },
    ago: monthsAgo(day, world.calendar.today),
  }
  const leaders = new Map<string, Member>()
  const facts: FactDoc[] = []
  const attendances: AttendanceDoc[] = []
  const isHeld = themeDay.status === 'closed'
  for (const present of isHeld ? expected : world.roll.on(orgId, day)) {
    const { member, place } = present
    const person = { id: member.person._id, ...place }
    const leader = leaders.get(place.orgId) ?? world.roll.leaderOf(place.orgId, day)
    if (leader) leaders.set(place.orgId, leader)
    const likely = world.willingness.takesPart(member, 'themeday', month, chance)
    const settled = member.persona?.stillToDo ? true : null
    const came = isHeld && ((orgId === place.orgId && member === leader) || (settled ?? likely))
    const known = { _id: `${themeDayId}.${person.id}`, themeDayId, personId: person.id }
    const scan = world.plan.eventful && chance() < (came ? LATE : LATE_AND_ABSENT) && leader && member !== leader
    if (came) {
      const how = attendance(present, themeDay, leader?.person._id ?? '', chance)
      const late =
        scan &&
        how.channel === 'self' &&
        lateScan(how.occurredAt, startsAt + (5 * HOUR) / 2, 'accepted', leader.person._id)
      if (late) attendances.push({ ...known, leave: null, lateScan: late })
      const fact = late && leader ? settledLate(late, leader.person._id) : how
      facts.push(makeFact({ kind: 'themeday', activityId: themeDayId, person, ...fact }))
      continue
    }
    const leave = member.persona || member === leader ? null : leaveOf(themeDay, leader?.person._id ?? null, chance)
    const late =
      scan &&
      isHeld &&
      !leave &&
      lateScan(startsAt + 10 * MINUTE, startsAt + (5 * HOUR) / 2, 'declined', leader.person._id)
    if (leave || late) attendances.push({ ...known, leave, lateScan: late || null })
  }
  return { facts, attendances }
}
