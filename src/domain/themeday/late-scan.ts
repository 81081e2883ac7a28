import type { Instant } from '@/contracts/common'
import { type ThemeDayTimes, withinCheckIn } from './check-in'
import type { Verified } from './code'

/** A scan that came too late to count by itself, as it is stored with the person's attendance. */
export interface LateScan {
  /** What the code proves: it was on the screen from here until `slotEndsAt`. */
  readonly slotStartsAt: Instant
  readonly slotEndsAt: Instant
  /** The phone's word for when it scanned, not before the code was shown and not after it arrived. */
  readonly scannedAt: Instant
  readonly receivedAt: Instant
  readonly state: 'waiting' | 'accepted' | 'declined'
  /** The secretary who said whether the bearer was there. */
  readonly decidedBy: string | null
}

/** @param claimed when the phone says that it scanned; undefined: it does not say, so when the code was last on the screen */
export function lateScanOf(
  { slotStartsAt, slotEndsAt }: Extract<Verified, { ok: true }>,
  claimed: Instant | undefined,
  now: Instant,
): LateScan {
  const scannedAt = Math.min(now, Math.max(slotStartsAt, claimed ?? slotEndsAt - 1))
  return { slotStartsAt, slotEndsAt, scannedAt, receivedAt: now, state: 'waiting', decidedBy: null }
}

/** When an accepted one counts: as if it had arrived in time, which is what the code proves and not what the phone says. */
export const lateScanCountsAt = (themeDay: ThemeDayTimes, { slotEndsAt }: Pick<LateScan, 'slotEndsAt'>): Instant =>
  withinCheckIn(themeDay, slotEndsAt - 1)
