import type { Instant } from '@/contracts/common'
import { type ThemeDayTimes, withinCheckIn } from './check-in'
import type { Verified } from './code'

/** A scan that came too late to count by itself, as it is stored with the person's attendance. */
export interface LateScan {
  /** What the code proves: it was on the screen from here until `slotEndsAt`. */
  readonly slotStartsAt: Instant
  readonly slotEndsAt: Instant
  /** The phone's word for when it scanned, where it can be: not before the code was shown and not after it arrived. Else when the code was last shown. */
  readonly scannedAt: Instant
  readonly receivedAt: Instant
  readonly state: 'waiting' | 'accepted' | 'declined'
  /** The secretary who said whether the bearer was there. */
  readonly decidedBy: string | null
  /** When that was; null or absent: not yet, or nobody kept it. */
  readonly decidedAt?: Instant | null
}

/**
 * @param claimed when the phone says that it scanned; undefined: it does not say. One before the code was shown or after the scan arrived shows that the
 *   phone's clock is wrong, and says nothing.
 */
export function lateScanOf(
  { slotStartsAt, slotEndsAt }: Extract<Verified, { ok: true }>,
  claimed: Instant | undefined,
  now: Instant,
): LateScan {
  const canBe = claimed !== undefined && claimed >= slotStartsAt && claimed <= now
  const scannedAt = canBe ? claimed : Math.min(now, slotEndsAt - 1)
  return { slotStartsAt, slotEndsAt, scannedAt, receivedAt: now, state: 'waiting', decidedBy: null, decidedAt: null }
}

/** When an accepted one counts: as if it had arrived in time, which is what the code proves and not what the phone says. */
export const lateScanCountsAt = (themeDay: ThemeDayTimes, { slotEndsAt }: Pick<LateScan, 'slotEndsAt'>): Instant =>
  withinCheckIn(themeDay, slotEndsAt - 1)

/** A call that said yes has ended after this long: what it did not record by then it never will. Functions end within a minute. */
const UNDER_WAY_MS = 120_000

export type ScanDecision =
  /** The verdict takes the place of this state. */
  | { readonly do: 'settle'; readonly from: LateScan['state'] }
  /** It is so already; an accepted one whose entry is missing is entered. */
  | { readonly do: 'keep'; readonly record: boolean }
  /** Somebody else said otherwise meanwhile, and this one has not seen it. */
  | { readonly do: 'refuse'; readonly because: 'accepted' | 'declined' }

/**
 * What a yes or no to a late scan does. An accepted one without its entry (the call died in between) waits, for the secretary as for this rule: a no
 * then is a no, and never enters anybody. A yes that counts is taken back by a correction, not by a no; a no by a yes that has seen it.
 * @param fact the standing entry of the person's participation; null: none
 */
export function decideScan(
  { state, decidedAt }: Pick<LateScan, 'state' | 'decidedAt'>,
  fact: { readonly withdrawn: boolean } | null,
  { accept, was }: { readonly accept: boolean; readonly was: 'waiting' | 'declined' },
  now: Instant,
): ScanDecision {
  if (state === 'waiting') return { do: 'settle', from: 'waiting' }
  if (state === 'declined') {
    if (!accept) return { do: 'keep', record: false }
    return was === 'declined' ? { do: 'settle', from: 'declined' } : { do: 'refuse', because: 'declined' }
  }
  if (accept) return { do: 'keep', record: fact === null }
  const counts = fact !== null && !fact.withdrawn
  const underWay = fact === null && now < (decidedAt ?? 0) + UNDER_WAY_MS
  return counts || underWay ? { do: 'refuse', because: 'accepted' } : { do: 'settle', from: 'accepted' }
}
