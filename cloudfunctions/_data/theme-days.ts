import { alongside } from './alongside'
import { _, find, findByIds, isIn, update, whole } from './database'
import type { OrganisationDoc, ThemeDayDoc } from './documents'

/** A theme day with the organisation that holds it. */
export const themeDayWithOrg = (themeDayId: string) =>
  alongside<ThemeDayDoc & { org: OrganisationDoc[] }>(
    'themeDays',
    { $match: { _id: themeDayId } },
    { $limit: 1 },
    { $lookup: { from: 'organisations', localField: 'orgId', foreignField: '_id', as: 'org' } },
  )

/** A theme day as lists show it: without roster and secret. */
export type ThemeDaySummary = Omit<ThemeDayDoc, 'secret' | 'roster'>

/** Theme days of some organisations that end after `since`, soonest first; at most 20. */
export const upcomingThemeDays = (orgIds: readonly string[], since: number, until: number) =>
  find<ThemeDaySummary>(
    'themeDays',
    { orgId: isIn(orgIds), startsAt: _.lte(until), endsAt: _.gt(since) },
    {
      orderBy: [['startsAt', 'asc']],
      limit: 20,
      fields: ['orgId', 'title', 'place', 'forms', 'agenda', 'startsAt', 'endsAt', 'status'],
    },
  )

/** Opens the check-in with its frozen roster, once: false when it was not planned any more. */
export async function openThemeDay(themeDayId: string, roster: NonNullable<ThemeDayDoc['roster']>): Promise<boolean> {
  return (
    (await update(
      'themeDays',
      { _id: themeDayId, status: 'planned' },
      {
        status: 'open',
        roster: whole(roster),
        rosterUnfolded: true,
      },
    )) === 1
  )
}

/** Ends the check-in: false when it was not open. */
export async function closeThemeDay(themeDayId: string, closedAt: number): Promise<boolean> {
  return (await update('themeDays', { _id: themeDayId, status: 'open' }, { status: 'closed', closedAt })) === 1
}

/** Seats on the frozen rosters of theme days; null for one whose roster was never frozen. */
export async function findRosters(themeDayIds: readonly string[]): Promise<Map<string, number[] | null>> {
  const rows = await findByIds<Pick<ThemeDayDoc, '_id' | 'roster'>>('themeDays', themeDayIds, {
    fields: ['roster'],
    page: 100,
  })
  return new Map(rows.map(({ _id, roster }) => [_id, roster?.expected ?? null]))
}
