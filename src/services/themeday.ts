import {
  type checkIn,
  checkInRemotely,
  closeCheckIn,
  decideLateScan,
  getCheckInBoard,
  getThemeDay,
  listAttendance,
  listThemeDays,
  openCheckIn,
  recordAbsence,
  recordProxy,
  reopenCheckIn,
} from '@/contracts/themeday'
import { type CallInput, call } from './transport/call'

export type CheckInInput = CallInput<typeof checkIn>

/** Theme days: the calls of the `themeday` function. What a member does (check-in, leave) goes through the outbox, which calls by itself. */
export const themeday = {
  list: (before: CallInput<typeof listThemeDays>['before']) => call(listThemeDays, { before }),
  get: (themeDayId: string) => call(getThemeDay, { themeDayId }),
  takePartRemotely: (input: CallInput<typeof checkInRemotely>) => call(checkInRemotely, input),
  board: (themeDayId: string) => call(getCheckInBoard, { themeDayId }),
  open: (themeDayId: string) => call(openCheckIn, { themeDayId }),
  close: (themeDayId: string) => call(closeCheckIn, { themeDayId }),
  reopen: (themeDayId: string) => call(reopenCheckIn, { themeDayId }),
  attendance: (themeDayId: string, part: Omit<CallInput<typeof listAttendance>, 'themeDayId'> = {}) =>
    call(listAttendance, { themeDayId, ...part }),
  recordProxy: (input: CallInput<typeof recordProxy>) => call(recordProxy, input),
  recordAbsence: (input: CallInput<typeof recordAbsence>) => call(recordAbsence, input),
  decideLateScan: (input: CallInput<typeof decideLateScan>) => call(decideLateScan, input),
}
