import type { CallError } from '../transport/call-error'
import type { OutboxState, Parcel } from './outbox.shared'

const FIRST_WAIT_MS = 2_000
const LONGEST_BACKOFF_MS = 300_000
/** Tries are counted by the ten minutes and by the hour: asking more often than this is of no use. */
const TRIES_WAIT_MS = 600_000
const LONGEST_WAIT_MS = 2 * TRIES_WAIT_MS

/**
 * How long to wait after the `tries`-th failure (1, 2, …), in ms: doubling from 2 s to at most 5 min, of which half is fixed and half
 * is chance (`random` in 0..1), so that the phones of a branch do not all come back in the same second ("equal jitter",
 * AWS Architecture Blog, Exponential Backoff And Jitter).
 */
export function backoffMs(tries: number, random: number): number {
  const ceiling = Math.min(LONGEST_BACKOFF_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 20))
  return Math.round(ceiling / 2 + (ceiling / 2) * random)
}

/** How long to wait after this failure, in ms: as backoffMs says, or 10 to 20 min when there are no tries left for now. */
export const waitMs = ({ code }: Pick<CallError, 'code'>, tries: number, random: number): number =>
  code === 'TOO_MANY_TRIES' ? Math.round(TRIES_WAIT_MS * (1 + random)) : backoffMs(tries, random)

/** Errors that are about who calls, how often, or which version this is, not about what was done: the parcel is kept until that is settled. */
const aboutTheCaller: readonly string[] = [
  'NOT_SIGNED_IN',
  'NOT_BOUND',
  'CONSENT_NEEDED',
  'UNKNOWN_ACTION',
  'TOO_MANY_TRIES',
]

/** Whether the same parcel may be accepted later. `fleeting`: it is good for minutes only, and will not be any more when there are tries again. */
export const mayStillArrive = (error: Pick<CallError, 'code' | 'retry'>, fleeting = false): boolean =>
  error.retry || (aboutTheCaller.includes(error.code) && !(fleeting && error.code === 'TOO_MANY_TRIES'))

/** Whether every other parcel would fail for the same reason: sending stops until something has changed. */
export const stopsEverything = (error: Pick<CallError, 'code'>): boolean =>
  error.code === 'OFFLINE' || error.code === 'NOT_SIGNED_IN' || error.code === 'NOT_BOUND'

/**
 * Whether a parcel's time to be sent (again) has come. A wait longer than the longest there is comes from a clock that was set back since,
 * and is none.
 */
export const isDue = (parcel: Pick<Parcel, 'notBefore'>, now: number): boolean =>
  parcel.notBefore <= now || parcel.notBefore > now + LONGEST_WAIT_MS

/** Milliseconds until the next parcel is due, 0 when one is due now, null when there is none. */
export function nextDueIn(parcels: readonly Parcel[], now: number): number | null {
  if (parcels.length === 0) return null
  if (parcels.some((parcel) => isDue(parcel, now))) return 0
  return Math.min(...parcels.map((parcel) => parcel.notBefore)) - now
}

/** Whether a parcel must wait because another one, which goes before it, is still there. */
export const isHeldUp = (parcel: Parcel, state: OutboxState): boolean =>
  state.parcels.some((other) => other.id !== parcel.id && parcel.after.includes(other.key))
