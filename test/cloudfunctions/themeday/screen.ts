import { createHmac } from 'node:crypto'
import type { AttendanceDoc, FactDoc, ThemeDayDoc } from '../../../cloudfunctions/_data/documents'
import { codesAt, freezeRoster } from '../../../src/domain/themeday'
import { HOUR, NOON, themeDays } from '../../support/county/activities'
import { people } from '../../support/county/county'
import type { County } from '../../support/county/start-county'

export const MINUTE = 60_000
const mac = (key: string, message: string) => createHmac('sha256', key).update(message).digest('base64url')
const [planned] = themeDays
if (!planned) throw new Error('the county has no theme day')

/** A theme day of east (e0 secretary, e1, e2 mobile), from a quarter of an hour before NOON to two hours after it. */
export const plannedDay = (_id: string, extra: Partial<ThemeDayDoc> = {}): ThemeDayDoc => ({
  ...planned,
  _id,
  ...extra,
})

/** The same, opened an hour before NOON. */
export const openDay = (_id: string, extra: Partial<ThemeDayDoc> = {}): ThemeDayDoc => {
  const orgId = extra.orgId ?? planned.orgId
  const roster = freezeRoster(
    people.filter((person) => person.orgId === orgId),
    NOON - HOUR,
  )
  return plannedDay(_id, { status: 'open', roster, rosterUnfolded: true, ...extra })
}

/** What the secretary's screen shows at an instant. */
export const screenAt = (themeDayId: string, at: number) => codesAt({ themeDayId, secret: planned.secret, mac }, at)

/** What is stored of a theme day: facts and attendances, by person. */
export async function storedOf(county: County, themeDayId: string) {
  const facts = (await county.cloud.all<FactDoc>('facts')).filter(({ activityId }) => activityId === themeDayId)
  const attendances = (await county.cloud.all<AttendanceDoc>('attendances')).filter(
    (one) => one.themeDayId === themeDayId,
  )
  return { facts, attendances }
}
