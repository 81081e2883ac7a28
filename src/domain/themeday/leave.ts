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

/** What stays of a leave that its member took back, so that an asking which was on its way meanwhile does not bring it back. */
export interface TakenBack {
  /** When the leave was asked for. */
  readonly askedAt: Instant
  /** When it was taken back. */
  readonly at: Instant
}

/** A phone's clock, set by the server's, may be behind it by the time of a call on a bad network. */
const CLOCK_MS = 60_000

/**
 * Whether a leave that arrives was taken back before it arrived: it is that very leave, or an older one, or was asked for before the taking back. Who asks
 * once more right after it means it: within a minute only the order of the askings says so.
 * @param claimed when the phone says that it was asked for; undefined: it is asked for now
 */
export const isTakenBack = (takenBack: TakenBack | null, claimed: Instant | undefined): boolean =>
  takenBack !== null && claimed !== undefined && (claimed <= takenBack.askedAt || claimed < takenBack.at - CLOCK_MS)
