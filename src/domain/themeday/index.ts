export { type CheckInDecision, checkInState, decideCheckIn, type ThemeDayTimes } from './check-in'
export {
  CODE_SLOT_MS,
  codesAt,
  type Mac,
  parseToken,
  TOKEN_LATE_MS,
  TOKEN_SLOT_MS,
  type Verified,
  verifyCode,
  verifyToken,
} from './code'
