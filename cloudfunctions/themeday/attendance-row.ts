import type { OutputOf } from '@/contracts/action'
import type { listAttendance } from '@/contracts/themeday'
import { attendanceState, type LateScan, type Leave, lateScanWords, leaveReasonWords } from '@/domain/themeday'
import type { ArrivalWithReason } from '../_data/arrivals'
import type { NamedSeat } from '../_data/people'

export type AttendanceRow = OutputOf<typeof listAttendance>['rows'][number]

/** What is known of somebody at a theme day. */
interface KnownOfOne {
  readonly fact: (ArrivalWithReason & { readonly withdrawn: boolean }) | null
  readonly leave: Leave | null
  readonly lateScan: LateScan | null
}

/**
 * Somebody's row in the list of names.
 * @param self whether it is the caller's own row
 * @param end when the check-in ended or will: a leave that came after it is shown with both its times
 */
export function attendanceRow(
  { id, name, mobile }: NamedSeat,
  { fact, leave, lateScan }: KnownOfOne,
  self: boolean,
  end: number,
): AttendanceRow {
  const state = attendanceState({ fact, leave, lateScan })
  const declined = fact === null && lateScan?.state === 'declined'
  const row = { personId: id, name, mobile, state, withdrawn: fact?.withdrawn ?? false, declined, self }
  if (state === 'lateScan' && lateScan) return { ...row, at: lateScan.scannedAt, reason: lateScanWords(lateScan) }
  if (state === 'leave' && leave) return { ...row, at: leave.at, reason: leaveReasonWords(leave, end) }
  if (state === 'absent') return { ...row, at: null, reason: fact?.reason ?? null }
  return { ...row, at: fact?.occurredAt ?? null, reason: state === 'proxy' ? (fact?.reason ?? null) : null }
}
