import type { Instant } from '@/contracts/common'
import { addDays, DAY_MS, dayOf, startOfDay } from '../time'
import { checkInEnd, type ThemeDayTimes } from './check-in'
import type { Leave } from './part'

/** No theme day is announced longer before: a claim from before that is a clock that is wrong. */
const ANNOUNCED_MS = 60 * DAY_MS

export type LeaveDecision =
  | { readonly ok: true; readonly at: Instant }
  | { readonly ok: false; readonly code: 'CHECKIN_ENDED' }

/**
 * Whether a member's own leave counts: asked for before the check-in ended, which may arrive until the end of the next day, as a scan may.
 * @param claimed when the phone says that it was asked for; undefined: when it arrived. One in the future says nothing
 */
export function decideLeave(themeDay: ThemeDayTimes, claimed: Instant | undefined, now: Instant): LeaveDecision {
  const { endsAt } = themeDay
  const at = Math.min(now, Math.max(claimed ?? now, endsAt - ANNOUNCED_MS))
  const arrivesBy = startOfDay(addDays(dayOf(endsAt - 1), 2))
  return at < checkInEnd(themeDay) && now < arrivesBy ? { ok: true, at } : { ok: false, code: 'CHECKIN_ENDED' }
}

/** Whether what was entered stands against what arrives: it was entered after that was asked for. */
export const isLaterLeave = (known: Pick<Leave, 'at'>, at: Instant): boolean => known.at > at
