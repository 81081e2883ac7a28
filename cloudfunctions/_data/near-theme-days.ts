import { aggregate } from './database'
import type { AttendanceDoc, ThemeDayDoc } from './documents'

/** A theme day as the home page shows it: when its roster was frozen instead of the roster, and the person's own leave. */
export type NearThemeDay = Pick<
  ThemeDayDoc,
  '_id' | 'orgId' | 'title' | 'place' | 'startsAt' | 'endsAt' | 'status' | 'closedAt' | 'remote'
> & { frozenAt?: number; own: Pick<AttendanceDoc, '_id' | 'leave'>[] }

/** Theme days of some organisations that end after `since` and start by `until`, soonest first, at most 20: one request with the leaves. */
export const nearThemeDays = (personId: string, orgIds: readonly string[], since: number, until: number) =>
  aggregate<NearThemeDay>('themeDays', [
    { $match: { orgId: { $in: [...orgIds] }, startsAt: { $lte: until }, endsAt: { $gt: since } } },
    { $sort: { startsAt: 1, _id: 1 } },
    { $limit: 20 },
    {
      $project: {
        ...{ orgId: 1, title: 1, place: 1, startsAt: 1, endsAt: 1, status: 1, closedAt: 1, remote: 1 },
        frozenAt: '$roster.frozenAt',
        attendanceId: { $concat: ['$_id', '.', personId] },
      },
    },
    { $lookup: { from: 'attendances', localField: 'attendanceId', foreignField: '_id', as: 'own' } },
    { $project: { attendanceId: 0, 'own.lateScan': 0 } },
  ])
