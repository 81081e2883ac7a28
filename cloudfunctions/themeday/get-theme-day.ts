import { getThemeDay as contract } from '@/contracts/themeday'
import { canManageThemeDay, isAddressee } from '@/domain/people'
import { checkInState, isOnRoster, openRemoteWindow, standingAt, standingLeave } from '@/domain/themeday'
import { ownAttendance } from '../_data/attendances'
import { factOf, standingFact } from '../_data/facts'
import { ownReflection } from '../_data/reflections'
import { themeDayWithOrg } from '../_data/theme-days'
import { implement } from '../_kit/action'

/** For the members of the organisation that holds it, whoever was expected there (transferred since or not), and those who look after it. */
export const getThemeDay = implement(contract, {
  alongside: ({ themeDayId }, { openid }) => ({
    themeDay: themeDayWithOrg(themeDayId),
    fact: factOf('themeday', themeDayId, openid),
    attendance: ownAttendance(themeDayId, openid),
    reflection: ownReflection({ kind: 'themeday', id: themeDayId }, openid),
  }),
  allow({ caller, found, refuse }) {
    const themeDay = found.themeDay[0] ?? refuse('NOT_FOUND')
    const org = themeDay.org[0] ?? refuse('NOT_FOUND')
    const wasExpected = isOnRoster(themeDay.roster, caller.person)
    return isAddressee(caller, org._id) || wasExpected || canManageThemeDay(caller, org.path)
  },
  async handle({ caller, now, found, refuse }) {
    const themeDay = found.themeDay[0] ?? refuse('NOT_FOUND')
    const org = themeDay.org[0] ?? refuse('NOT_FOUND')
    const latest = await standingFact(found.fact)
    const fact = latest?.withdrawn ? null : latest
    const attendance = found.attendance[0]
    const leave = standingLeave({ fact: latest, leave: attendance?.leave ?? null })
    const lateScan = attendance?.lateScan ?? null
    const reflection = found.reflection[0]
    const standing = standingAt(themeDay, caller)
    const { _id: id, title, place, forms, agenda, startsAt, endsAt } = themeDay
    return {
      id,
      title,
      orgName: org.name,
      place,
      forms,
      agenda,
      startsAt,
      endsAt,
      status: checkInState(themeDay, now),
      checkedInAt: fact?.occurredAt ?? null,
      channel: fact?.channel ?? null,
      expected: standing.expected,
      leave: leave && { reason: leave.reason, note: leave.note, at: leave.at, by: leave.by },
      lateScan: lateScan && { scannedAt: lateScan.scannedAt, state: lateScan.state },
      remote: openRemoteWindow(themeDay, standing, now),
      reflection: reflection ? { text: reflection.text, at: reflection.writtenAt, state: reflection.state } : null,
      cancelled: themeDay.cancelled ? { at: themeDay.cancelled.at, reason: themeDay.cancelled.reason } : null,
      changedAt: themeDay.changedAt ?? null,
      canManage: canManageThemeDay(caller, org.path),
    }
  },
})
