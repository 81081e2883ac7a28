import type { Instant } from '@/contracts/common'
import type { ThemeDayStatus } from '@/contracts/themeday'
import { CODE_SLOT_MS, type Verified } from './code'

/** What these rules need of a stored theme day. Instants are epoch ms. */
export interface ThemeDayTimes {
  readonly status: ThemeDayStatus
  readonly endsAt: Instant
  /** When the check-in was ended by hand, where that is kept. With it, what was scanned before still counts when it arrives later. */
  readonly closedAt?: Instant | null
  /** Frozen when the check-in was opened; null or absent: it never was, or nobody knows when. */
  readonly roster?: { readonly frozenAt: Instant } | null
}

/**
 * Whether check-in is possible: opened by a person (before the start, if they like), ended by a person or by the planned end,
 * whichever is first. One that was never opened is over at its end. `endsAt` itself is no longer open.
 */
export function checkInState(themeDay: Pick<ThemeDayTimes, 'status' | 'endsAt'>, now: Instant): ThemeDayStatus {
  if (themeDay.status === 'closed' || now >= themeDay.endsAt) return 'closed'
  return themeDay.status
}

/** From when on nothing that was scanned counts any more: ended by hand, or the planned end. */
export function checkInEnd({ status, endsAt, closedAt }: ThemeDayTimes): Instant {
  const byHand = status === 'closed' ? (closedAt ?? Number.NEGATIVE_INFINITY) : Number.POSITIVE_INFINITY
  return Math.min(endsAt, byHand)
}

/** An instant moved into the time in which the check-in was open; its end itself is outside. */
export function withinCheckIn(themeDay: ThemeDayTimes, at: Instant): Instant {
  return Math.max(themeDay.roster?.frozenAt ?? 0, Math.min(at, checkInEnd(themeDay) - 1))
}

/**
 * Why no typed code can count any more, or yet, whichever it is; null: it is worth looking at. Said before a code is looked at: it costs no try, and
 * tells nothing that the theme day's own page does not show. A code is good in its slot and in the next one.
 */
export function typedCodeCase(themeDay: ThemeDayTimes, now: Instant): 'CHECKIN_NOT_OPEN' | 'CHECKIN_ENDED' | null {
  if (themeDay.status === 'planned') return now < themeDay.endsAt ? 'CHECKIN_NOT_OPEN' : 'CHECKIN_ENDED'
  return now >= checkInEnd(themeDay) + 2 * CODE_SLOT_MS ? 'CHECKIN_ENDED' : null
}

export type CheckInDecision =
  | {
      ok: true
      occurredAt: Instant
      /** It came too late to count by itself: the secretary says whether its bearer was there. */
      late: boolean
    }
  | { ok: false; code: 'CHECKIN_NOT_OPEN' | 'CHECKIN_ENDED' }

/**
 * Whether a verified code lets its bearer in. The moment of scanning counts: a code whose slot began before the end is accepted although
 * the call arrives after it, and one whose slot was over before the opening is not. `occurredAt` is the moment of scanning, within
 * the time in which the check-in was open: one that ends at midnight belongs to its own day.
 */
export function decideCheckIn(themeDay: ThemeDayTimes, proof: Extract<Verified, { ok: true }>): CheckInDecision {
  if (themeDay.status === 'planned') {
    return { ok: false, code: proof.scannedAt < themeDay.endsAt ? 'CHECKIN_NOT_OPEN' : 'CHECKIN_ENDED' }
  }
  if (proof.slotStartsAt >= checkInEnd(themeDay)) return { ok: false, code: 'CHECKIN_ENDED' }
  const openedAt = themeDay.roster?.frozenAt ?? Number.NEGATIVE_INFINITY
  if (proof.slotEndsAt <= openedAt) return { ok: false, code: 'CHECKIN_NOT_OPEN' }
  return { ok: true, occurredAt: withinCheckIn(themeDay, proof.scannedAt), late: proof.late }
}
