import type { LateScan, Leave, TakenBack } from '@/domain/themeday'
import { alongside } from './alongside'
import { find, insertOnce, update, whole } from './database'
import type { AttendanceDoc } from './documents'

const idOf = (themeDayId: string, personId: string) => `${themeDayId}.${personId}`

/** The caller's own leave and late scan, read with the caller; by equal ids, of the person that the caller is. */
export const ownAttendance = (themeDayId: string, openid: string) =>
  alongside<AttendanceDoc>(
    'bindings',
    { $match: { _id: openid } },
    { $limit: 1 },
    { $project: { of: { $concat: [`${themeDayId}.`, '$personId'] } } },
    { $lookup: { from: 'attendances', localField: 'of', foreignField: '_id', as: 'attendance' } },
    { $unwind: '$attendance' },
    { $replaceRoot: { newRoot: '$attendance' } },
  )

/** Somebody's leave and late scan, read with the caller. */
export const attendanceFor = (themeDayId: string, personId: string) =>
  alongside<AttendanceDoc>('attendances', { $match: { _id: idOf(themeDayId, personId) } }, { $limit: 1 })

/** More have leave or a late scan only where thousands are expected, and nobody could go through them. */
const MOST = 1000

/** All leaves and late scans of a theme day; at most 1,000. */
export const findAttendances = (themeDayId: string) =>
  find<AttendanceDoc>('attendances', { themeDayId }, { orderBy: [['_id', 'asc']], limit: MOST })

type Key = Pick<AttendanceDoc, 'themeDayId' | 'personId'>

/** Enters a leave, or takes it back (null). It touches nothing else: a late scan may be written at the same moment. `takenBack`: by the member. */
export async function saveLeave(
  { themeDayId, personId }: Key,
  leave: Leave | null,
  takenBack?: TakenBack,
): Promise<void> {
  const _id = idOf(themeDayId, personId)
  const change = () =>
    update('attendances', { _id }, { leave: leave && whole(leave), ...(takenBack && { takenBack: whole(takenBack) }) })
  if (leave === null) await change()
  else {
    const document: AttendanceDoc = { _id, themeDayId, personId, leave, lateScan: null }
    if ((await insertOnce('attendances', document)) === 'exists') await change()
  }
}

/** Keeps a late scan; the first one stands. */
export async function keepLateScan(
  { themeDayId, personId }: Key,
  lateScan: NonNullable<AttendanceDoc['lateScan']>,
): Promise<void> {
  const _id = idOf(themeDayId, personId)
  const document: AttendanceDoc = { _id, themeDayId, personId, leave: null, lateScan }
  if ((await insertOnce('attendances', document)) === 'exists') {
    await update('attendances', { _id, lateScan: null }, { lateScan: whole(lateScan) })
  }
}

/** Settles a late scan as it was seen, once: of two who decide at the same moment one does. false: it is settled otherwise by now. */
export async function settleLateScan(
  { themeDayId, personId }: Key,
  { state, decidedAt }: Pick<LateScan, 'state' | 'decidedAt'>,
  settled: Required<Pick<LateScan, 'state' | 'decidedBy' | 'decidedAt'>>,
): Promise<boolean> {
  // absent in what was written before it was kept: null matches that too
  const seen = { _id: idOf(themeDayId, personId), 'lateScan.state': state, 'lateScan.decidedAt': decidedAt ?? null }
  const changes = Object.entries(settled).map(([field, value]) => [`lateScan.${field}`, value])
  return (await update('attendances', seen, Object.fromEntries(changes))) === 1
}
