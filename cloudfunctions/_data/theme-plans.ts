import { createHash } from 'node:crypto'
import { _, aggregate, find, findById, insertOnce, update, whole } from './database'
import type { ThemeDayDoc } from './documents'

/** The ids of what one order plans: the same for the same order of the same person sent again. */
export const plannedId = (personId: string, key: string, turn: number): string =>
  `td-${createHash('sha256').update(`themeday.${personId}.${key}`).digest('hex').slice(0, 24)}-${turn + 1}`

/** What planning looks at: without the secret, and whether there is a roster rather than whose. */
export type PlannedDoc = Omit<ThemeDayDoc, 'secret' | 'roster' | 'rosterUnfolded'> & {
  roster: object | null
  leaves: number
}

const planned = [
  { $lookup: { from: 'attendances', localField: '_id', foreignField: 'themeDayId', as: 'attendances' } },
  {
    $addFields: {
      leaves: {
        $size: { $filter: { input: '$attendances', as: 'one', cond: { $gt: ['$$one.leave', null] } } },
      },
    },
  },
  { $project: { secret: 0, attendances: 0, rosterUnfolded: 0, 'roster.expected': 0, 'roster.mobile': 0 } },
]

const MOST = 100

/** The theme days of an organisation itself that begin between two instants, the earliest first; at most 100. */
export const plannedBetween = (orgId: string, from: number, to: number) =>
  aggregate<PlannedDoc>('themeDays', [
    { $match: { orgId, startsAt: { $gte: from, $lt: to } } },
    { $sort: { startsAt: 1, _id: 1 } },
    { $limit: MOST },
    ...planned,
  ])

export const findPlanned = async (themeDayId: string): Promise<PlannedDoc | null> =>
  (await aggregate<PlannedDoc>('themeDays', [{ $match: { _id: themeDayId } }, { $limit: 1 }, ...planned]))[0] ?? null

export const findThemeDay = (themeDayId: string) => findById<ThemeDayDoc>('themeDays', themeDayId)

/** Plans one; 'exists': it was planned before. */
export const addThemeDay = (themeDay: ThemeDayDoc) => insertOnce('themeDays', themeDay)

type Content = Pick<ThemeDayDoc, 'title' | 'place' | 'forms' | 'agenda' | 'remote' | 'startsAt' | 'endsAt'>
type Untold = NonNullable<ThemeDayDoc['untold']>

/** Changes one that is planned, in place of the state that was seen: false when it is another by now. */
export const changePlanned = async (
  themeDayId: string,
  was: number | null,
  content: Content,
  untold: Untold,
): Promise<boolean> =>
  (await update(
    'themeDays',
    { _id: themeDayId, status: 'planned', changedAt: was },
    { ...content, changedAt: untold.at, untold: whole(untold) },
  )) === 1

/** Calls one off that is planned: false when its check-in was opened meanwhile. */
export const cancelPlanned = async (
  themeDayId: string,
  cancelled: NonNullable<ThemeDayDoc['cancelled']>,
  untold: Untold,
): Promise<boolean> =>
  (await update(
    'themeDays',
    { _id: themeDayId, status: 'planned' },
    { status: 'closed', closedAt: null, cancelled: whole(cancelled), untold: whole(untold) },
  )) === 1

/** Undoes that calling off. */
export const restoreCancelled = async (themeDayId: string, at: number, untold: Untold): Promise<boolean> =>
  (await update(
    'themeDays',
    { _id: themeDayId, status: 'closed', 'cancelled.at': _.eq(at) },
    { status: 'planned', cancelled: null, changedAt: untold.at, untold: whole(untold) },
  )) === 1

/** Theme days that were changed and whose people are to be told by now. */
export const dueNotices = (now: number, limit: number) =>
  find<Omit<ThemeDayDoc, 'secret' | 'roster'>>(
    'themeDays',
    { 'untold.dueAt': _.lte(now) },
    {
      ...{ orderBy: [['untold.dueAt', 'asc']], limit },
      fields: ['orgId', 'title', 'place', 'startsAt', 'endsAt', 'remote', 'cancelled', 'untold'],
    },
  )

/** Notes that they are being told of what was changed until an instant; what was changed since is still to be told. */
export const markTold = (themeDayId: string, at: number) =>
  update('themeDays', { _id: themeDayId, 'untold.at': _.eq(at) }, { untold: null })
