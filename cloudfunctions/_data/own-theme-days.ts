import { latestRevisions } from '@/domain/participation/fact'
import type { Known } from '@/domain/themeday'
import { startOfDay } from '@/domain/time'
import type { Caller } from './callers'
import { aggregate } from './database'
import type { AttendanceDoc, FactDoc, OrganisationDoc, ThemeDayDoc } from './documents'

/** A theme day with what is known of one person there; without the secret. */
export interface OwnThemeDay extends Omit<ThemeDayDoc, 'secret' | 'agenda'> {
  org: OrganisationDoc[]
  /** The first entry and its first corrections. */
  facts: FactDoc[]
  attendance: AttendanceDoc[]
}

/** What is known of the person there, as the rules take it. */
export function knownOf({ facts, attendance }: Pick<OwnThemeDay, 'facts' | 'attendance'>): Known {
  const { leave = null, lateScan = null } = attendance[0] ?? {}
  return { fact: latestRevisions(facts)[0] ?? null, leave, lateScan }
}

/** A fact has hardly ever been corrected more often. */
const REVISIONS = 6

/**
 * What is the caller's (`isInvited`, as a condition): of the branches in which they sat, the theme days of those times; of the organisations above
 * today's branch, all.
 */
function ofCaller({ person, orgPath }: Caller): object {
  const seated = new Set(person.seatings.map(({ orgId }) => orgId))
  const above = orgPath.filter((orgId) => !seated.has(orgId))
  const spells = person.seatings.map(({ orgId, from, until }) => ({
    orgId,
    startsAt: {
      $gte: from === null ? 0 : startOfDay(from),
      $lt: until === null ? Number.MAX_SAFE_INTEGER : startOfDay(until),
    },
  }))
  return { $or: [{ orgId: { $in: above } }, ...spells] }
}

const withOwn = (personId: string) => [
  { $project: { secret: 0, agenda: 0 } },
  {
    $addFields: {
      factIds: Array.from({ length: REVISIONS + 1 }, (_, revision) => ({
        $concat: ['themeday.', '$_id', `.${personId}`, revision === 0 ? '' : `.${revision}`],
      })),
      attendanceId: { $concat: ['$_id', `.${personId}`] },
    },
  },
  { $lookup: { from: 'facts', localField: 'factIds', foreignField: '_id', as: 'facts' } },
  { $lookup: { from: 'attendances', localField: 'attendanceId', foreignField: '_id', as: 'attendance' } },
  { $lookup: { from: 'organisations', localField: 'orgId', foreignField: '_id', as: 'org' } },
]

/** The caller's theme days that end after `since` and start by `until`, soonest first, at most 20. */
export const nearThemeDays = (caller: Caller, since: number, until: number) =>
  aggregate<OwnThemeDay>('themeDays', [
    { $match: { ...ofCaller(caller), startsAt: { $lte: until }, endsAt: { $gt: since } } },
    { $sort: { startsAt: 1, _id: 1 } },
    { $limit: 20 },
    ...withOwn(caller.person._id),
  ])

/** The caller's theme days that are not over, soonest first. */
export const comingThemeDays = (caller: Caller, now: number, most: number) =>
  aggregate<OwnThemeDay>('themeDays', [
    { $match: { ...ofCaller(caller), endsAt: { $gt: now } } },
    { $sort: { startsAt: 1, _id: 1 } },
    { $limit: most },
    ...withOwn(caller.person._id),
  ])

/** Those that are over, latest first, from the one after `before` on: by its start and, where several begin at once, its id. */
export const pastThemeDays = (
  caller: Caller,
  now: number,
  before: { readonly startsAt: number; readonly id: string } | null,
  most: number,
) =>
  aggregate<OwnThemeDay>('themeDays', [
    { $match: { ...ofCaller(caller), endsAt: { $lte: now } } },
    ...(before
      ? [
          {
            $match: {
              $or: [{ startsAt: { $lt: before.startsAt } }, { startsAt: before.startsAt, _id: { $lt: before.id } }],
            },
          },
        ]
      : []),
    { $sort: { startsAt: -1, _id: -1 } },
    { $limit: most },
    ...withOwn(caller.person._id),
  ])
