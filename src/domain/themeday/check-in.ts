import type { ThemeDayStatus } from '@/contracts/themeday'
import type { Verified } from './code'

/** What these rules need of a stored theme day. Instants are epoch ms. */
export interface ThemeDayTimes {
  readonly status: ThemeDayStatus
  readonly endsAt: number
  /** When the check-in was ended by hand, where that is kept. With it, what was scanned before still counts when it arrives later. */
  readonly closedAt?: number | null
}

/**
 * Whether check-in is possible: opened by a person (before the start, if they like), ended by a person or by the planned end,
 * whichever is first. One that was never opened is over at its end. `endsAt` itself is no longer open.
 */
export function checkInState(themeDay: ThemeDayTimes, now: number): ThemeDayStatus {
  if (themeDay.status === 'closed' || now >= themeDay.endsAt) return 'closed'
  return themeDay.status
}

export type CheckInDecision =
  | { ok: true; occurredAt: number }
  | { ok: false; code: 'CHECKIN_NOT_OPEN' | 'CHECKIN_ENDED' }

/**
 * Whether a verified code lets its bearer in. The moment of scanning counts: a code whose slot began before the end is accepted although
 * the call arrives after it. `occurredAt` is the moment of scanning, before the end: one that ends at
 * midnight belongs to its own day.
 */
export function decideCheckIn(themeDay: ThemeDayTimes, proof: Extract<Verified, { ok: true }>): CheckInDecision {
  if (themeDay.status === 'planned') {
    return { ok: false, code: proof.scannedAt < themeDay.endsAt ? 'CHECKIN_NOT_OPEN' : 'CHECKIN_ENDED' }
  }
  const closedAt =
    themeDay.status === 'closed' ? (themeDay.closedAt ?? Number.NEGATIVE_INFINITY) : Number.POSITIVE_INFINITY
  const end = Math.min(themeDay.endsAt, closedAt)
  if (proof.slotStartsAt >= end) return { ok: false, code: 'CHECKIN_ENDED' }
  return { ok: true, occurredAt: Math.min(proof.scannedAt, end - 1) }
}
