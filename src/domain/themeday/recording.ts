import type { Instant } from '@/contracts/common'
import { DAY_MS } from '../time'
import { type ThemeDayTimes, withinCheckIn } from './check-in'

/** How long after its end a secretary may still enter who was there, and who had leave. */
export const RECORDING_MS = 7 * DAY_MS

export const isTooLateToRecord = ({ endsAt }: Pick<ThemeDayTimes, 'endsAt'>, now: Instant): boolean =>
  now >= endsAt + RECORDING_MS

export type ProxyDecision =
  | { ok: true; occurredAt: Instant }
  | { ok: false; code: 'CHECKIN_NOT_OPEN' | 'PROXY_TOO_LATE' }

/** Whether somebody can be entered as having been there. It counts now, or at the end of the check-in when that is over. */
export function decideProxy(themeDay: ThemeDayTimes, now: Instant): ProxyDecision {
  if (isTooLateToRecord(themeDay, now)) return { ok: false, code: 'PROXY_TOO_LATE' }
  if (!themeDay.roster) return { ok: false, code: 'CHECKIN_NOT_OPEN' }
  return { ok: true, occurredAt: withinCheckIn(themeDay, now) }
}

/**
 * Whether a check-in that was never opened can still be opened afterwards: no code is shown then, but the roster is frozen as it was on
 * that day, so that who was there can be entered.
 */
export const canOpenAfterwards = (themeDay: ThemeDayTimes, now: Instant): boolean =>
  themeDay.status === 'planned' && now >= themeDay.endsAt && !isTooLateToRecord(themeDay, now)
