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
  /** The phone's storage is full: this one is gone when the app is closed before it was sent. The person must be told. */
  readonly held?: true
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
  /** The phone's storage is full: one parcel at least is only `held`. */
  readonly full?: boolean
}

export const emptyOutbox: OutboxState = { parcels: [], refusals: [] }

export type OutboxEvent =
  | { readonly type: 'put'; readonly parcel: Parcel }
  | { readonly type: 'acknowledged'; readonly id: string }
  | { readonly type: 'refused'; readonly id: string; readonly code: string; readonly message: string }
  | { readonly type: 'failed'; readonly id: string; readonly notBefore: number }
  | { readonly type: 'cancelled'; readonly id: string }
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
    case 'cancelled':
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
