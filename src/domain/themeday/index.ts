export {
  type CheckInDecision,
  checkInEnd,
  checkInState,
  decideCheckIn,
  type ThemeDayTimes,
  typedCodeCase,
  withinCheckIn,
} from './check-in'
export {
  CODE_SLOT_MS,
  codesAt,
  lateScanUntil,
  type Mac,
  parseToken,
  TOKEN_LATE_MS,
  TOKEN_SLOT_MS,
  type Verified,
  verifyCode,
  verifyToken,
} from './code'
export { decideScan, type LateScan, lateScanCountsAt, lateScanOf, type ScanDecision } from './late-scan'
export { decideLeave, isLaterLeave, isTakenBack, type LeaveDecision, type TakenBack } from './leave'
export { opensFrom, REOPEN_MS, reopenUntil } from './opening'
export { type AttendanceState, attendanceState, type Known, type Leave, ownPart, standingLeave } from './part'
export {
  canReplan,
  canRestore,
  FURTHEST_MS,
  monthlyInYear,
  monthsLater,
  type PlannedThemeDay,
  sameWeekdayLater,
  type TimesProblem,
  timesProblem,
} from './plan'
export { canOpenAfterwards, decideProxy, isTooLateToRecord, RECORDING_MS } from './recording'
export { decideRemote, REMOTE_MS, remoteText, remoteWindow } from './remote'
export { expectedSeats, freezeRoster, isOnRoster, mobileSeats, type ThemeDayRoster } from './roster'
export {
  type OwnStanding,
  openRemoteWindow,
  ownStanding,
  type Somebody,
  type Standing,
  type StandingThemeDay,
  standingAt,
} from './standing'
export { lateScanWords, leaveReasonWords, leaveWords, proxyWords, reasonWords } from './words'
