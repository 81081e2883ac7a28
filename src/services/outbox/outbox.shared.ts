import type { CallError } from '../transport/call-error'
import type { ParcelKind } from './kinds'

export type { ParcelKind } from './kinds'

/** One thing that was done and that the server has not acknowledged yet. Sending it twice is harmless. What it says is stored beside it. */
export interface Parcel {
  /** This very parcel; a later one with the same key has another id. */
  readonly id: string
  /** What it is about, such as `submitPaper:<attempt>`: a new parcel replaces the old one with its key. */
  readonly key: string
  readonly kind: ParcelKind
  /** What the person calls it, such as the quiz's title. */
  readonly title: string
  readonly storedAt: number
  /** How often sending it has failed. */
  readonly tries: number
  /** Not sent again before this instant. */
  readonly notBefore: number
  /** Keys of parcels that go before it. */
  readonly after: readonly string[]
}

/** Something that the server will never accept, kept until the person has read why. */
export interface Refusal {
  readonly id: string
  readonly key: string
  readonly kind: ParcelKind
  readonly title: string
  readonly code: string
  readonly message: string
}

export interface OutboxState {
  /** In the order in which they were done. */
  readonly parcels: readonly Parcel[]
  readonly refusals: readonly Refusal[]
  /** The phone's storage is full: what was done last is held only as long as the app is open. */
  readonly full?: boolean
}

export const emptyOutbox: OutboxState = { parcels: [], refusals: [] }

export type OutboxEvent =
  | { readonly type: 'put'; readonly parcel: Parcel }
  | { readonly type: 'acknowledged'; readonly id: string }
  | { readonly type: 'refused'; readonly id: string; readonly code: string; readonly message: string }
  | { readonly type: 'failed'; readonly id: string; readonly notBefore: number }
  | { readonly type: 'dismissed'; readonly id: string }

/** The outbox after an event. Events about a parcel that is no longer there change nothing, so each may come twice. */
export function reduceOutbox(state: OutboxState, event: OutboxEvent): OutboxState {
  const others = (id: string) => state.parcels.filter((parcel) => parcel.id !== id)
  switch (event.type) {
    case 'put':
      return {
        parcels: [...state.parcels.filter((parcel) => parcel.key !== event.parcel.key), event.parcel],
        refusals: state.refusals.filter((refusal) => refusal.key !== event.parcel.key),
      }
    case 'acknowledged':
      return { ...state, parcels: others(event.id) }
    case 'refused': {
      const parcel = state.parcels.find((one) => one.id === event.id)
      if (!parcel) return state
      const { id, key, kind, title } = parcel
      const refusal: Refusal = { id, key, kind, title, code: event.code, message: event.message }
      return { parcels: others(id), refusals: [...state.refusals, refusal] }
    }
    case 'failed':
      return {
        ...state,
        parcels: state.parcels.map((parcel) =>
          parcel.id === event.id ? { ...parcel, tries: parcel.tries + 1, notBefore: event.notBefore } : parcel,
        ),
      }
    case 'dismissed':
      return { ...state, refusals: state.refusals.filter((refusal) => refusal.id !== event.id) }
  }
}

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 300_000

/**
 * How long to wait after the `tries`-th failure (1, 2, …), in ms: doubling from 2 s to at most 5 min, of which half is fixed and half
 * is chance (`random` in 0..1), so that the phones of a branch do not all come back in the same second ("equal jitter",
 * AWS Architecture Blog, Exponential Backoff And Jitter).
 */
export function backoffMs(tries: number, random: number): number {
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 20))
  return Math.round(ceiling / 2 + (ceiling / 2) * random)
}

/** Errors that are about who calls or which version this is, not about what was done: the parcel is kept until that is settled. */
const aboutTheCaller: readonly string[] = ['NOT_SIGNED_IN', 'NOT_BOUND', 'CONSENT_NEEDED', 'UNKNOWN_ACTION']

/** Whether the same parcel may be accepted later. */
export const mayStillArrive = (error: Pick<CallError, 'code' | 'retry'>): boolean =>
  error.retry || aboutTheCaller.includes(error.code)

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
export function nextDueIn(state: OutboxState, now: number): number | null {
  if (state.parcels.length === 0) return null
  if (state.parcels.some((parcel) => isDue(parcel, now))) return 0
  return Math.min(...state.parcels.map((parcel) => parcel.notBefore)) - now
}

/** Whether a parcel must wait because another one, which goes before it, is still there. */
export const isHeldUp = (parcel: Parcel, state: OutboxState): boolean =>
  state.parcels.some((other) => other.id !== parcel.id && parcel.after.includes(other.key))
