import { serveActions } from '../_kit/run-action'
import { askLeave } from './ask-leave'
import { cancelThemeDay } from './cancel-theme-day'
import { changeThemeDay } from './change-theme-day'
import { checkIn } from './check-in'
import { checkInRemotely } from './check-in-remotely'
import { closeCheckIn } from './close-check-in'
import { decideLateScan } from './decide-late-scan'
import { getCheckInBoard } from './get-check-in-board'
import { getThemeDay } from './get-theme-day'
import { listAttendance } from './list-attendance'
import { listPlannedDays } from './list-planned-days'
import { listThemeDays } from './list-theme-days'
import { openCheckIn } from './open-check-in'
import { planThemeDays } from './plan-theme-days'
import { recordAbsence } from './record-absence'
import { recordProxy } from './record-proxy'
import { reopenCheckIn } from './reopen-check-in'
import { restoreThemeDay } from './restore-theme-day'
import { withdrawLeave } from './withdraw-leave'

export const main = serveActions('themeday', [
  listThemeDays,
  getThemeDay,
  checkIn,
  checkInRemotely,
  askLeave,
  withdrawLeave,
  getCheckInBoard,
  openCheckIn,
  closeCheckIn,
  reopenCheckIn,
  listAttendance,
  recordProxy,
  recordAbsence,
  decideLateScan,
  listPlannedDays,
  planThemeDays,
  changeThemeDay,
  cancelThemeDay,
  restoreThemeDay,
])
