import type { FrozenRoster } from '@/domain/participation/segment'
import { expectedSeats, mobileSeats, type ThemeDayRoster } from '@/domain/themeday'
import { dayOf } from '@/domain/time'
import { alongside } from './alongside'
import { _, findAll, findAllIn, findByIds, findSome, isIn, update, whole } from './database'
import type { AttendanceDoc, OrganisationDoc, ThemeDayDoc } from './documents'

/** A theme day with the organisation that holds it. */
export const themeDayWithOrg = (themeDayId: string) =>
  alongside<ThemeDayDoc & { org: OrganisationDoc[] }>(
    'themeDays',
    { $match: { _id: themeDayId } },
    { $limit: 1 },
    { $lookup: { from: 'organisations', localField: 'orgId', foreignField: '_id', as: 'org' } },
  )

interface Opened extends Pick<ThemeDayDoc, 'status' | 'closedAt'> {
  roster: ThemeDayRoster
}

/** Opens the check-in with its frozen roster, once: false when it was not planned any more. */
export async function openThemeDay(themeDayId: string, { status, closedAt, roster }: Opened): Promise<boolean> {
  const opened = { status, closedAt, roster: whole(roster), rosterUnfolded: true }
  return (await update('themeDays', { _id: themeDayId, status: 'planned' }, opened)) === 1
}

/** Ends the check-in: false when it was not open. */
export async function closeThemeDay(themeDayId: string, closedAt: number): Promise<boolean> {
  return (await update('themeDays', { _id: themeDayId, status: 'open' }, { status: 'closed', closedAt })) === 1
}

/** Undoes that: false when it is not what was closed at that instant any more. */
export async function reopenThemeDay(themeDayId: string, closedAt: number): Promise<boolean> {
  const was = { _id: themeDayId, status: 'closed', closedAt }
  return (await update('themeDays', was, { status: 'open', closedAt: null })) === 1
}

type WithRoster = Pick<ThemeDayDoc, '_id' | 'startsAt' | 'roster'>
const rosterFields = ['startsAt', 'roster'] as const

/** As the index takes it: the theme day is due in the periods that have the day on which it began. */
const frozenRoster = ({ _id, startsAt, roster }: WithRoster): FrozenRoster[] =>
  roster
    ? [{ activityId: _id, day: dayOf(startsAt), expected: expectedSeats(roster), mobile: mobileSeats(roster) }]
    : []

/** Frozen rosters that the index does not have yet; at most `limit`, in the order of ids; and whether there may be more. */
export async function unfoldedRosters(limit: number): Promise<{ rows: FrozenRoster[]; more: boolean }> {
  const { rows, more } = await findSome<WithRoster>(
    'themeDays',
    { rosterUnfolded: true },
    { orderBy: [['_id', 'asc']], limit, fields: rosterFields },
  )
  return { rows: rows.flatMap(frozenRoster), more }
}

/** All of them. */
export const findRosterTail = async (): Promise<FrozenRoster[]> =>
  (await findAll<WithRoster>('themeDays', { rosterUnfolded: true }, { fields: rosterFields, page: 200 })).flatMap(
    frozenRoster,
  )

/**
 * Frozen rosters of the theme days that began in a period of instants, for a recount.
 * @param frozenUntil only those that were frozen until then
 */
export const findRostersBetween = async (
  orgIds: readonly string[],
  from: number,
  to: number,
  frozenUntil?: number,
): Promise<FrozenRoster[]> =>
  (
    await findAllIn<WithRoster>(
      'themeDays',
      'orgId',
      orgIds,
      {
        startsAt: _.gte(from).and(_.lt(to)),
        ...(frozenUntil !== undefined && { 'roster.frozenAt': _.lte(frozenUntil) }),
      },
      { fields: rosterFields, page: 200 },
    )
  ).flatMap(frozenRoster)

export const markRostersFolded = (themeDayIds: readonly string[]) =>
  update('themeDays', { _id: isIn(themeDayIds), rosterUnfolded: true }, { rosterUnfolded: false })

/** Theme days of some organisations that begin in a time and are still to come. */
export const plannedBetween = (orgIds: readonly string[], from: number, to: number) =>
  findAllIn<Pick<ThemeDayDoc, '_id' | 'orgId' | 'title' | 'place' | 'startsAt'>>(
    'themeDays',
    'orgId',
    orgIds,
    { startsAt: _.gte(from).and(_.lt(to)), status: 'planned' },
    { fields: ['orgId', 'title', 'place', 'startsAt'] },
  )

/** Of some pairs `<theme day>.<person>` those with leave. */
export async function findLeaves(ids: readonly string[]): Promise<Set<string>> {
  const found = await findByIds<Pick<AttendanceDoc, '_id' | 'leave'>>('attendances', ids, { fields: ['leave'] })
  return new Set(found.flatMap(({ _id, leave }) => (leave === null ? [] : [_id])))
}
