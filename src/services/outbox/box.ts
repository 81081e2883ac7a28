import { createSignal } from '../signal.shared'
import type { Kv } from '../storage/kv.shared'
import { CallError } from '../transport/call-error'
import { type OutboxEvent, type OutboxState, type Parcel, reduceOutbox } from './outbox.shared'
import { createStore } from './store.shared'

/** What an outbox needs of the phone and the server. */
export interface OutboxParts {
  /** Of the one person whose outbox this is. */
  readonly kv: Kv
  /** Whether this version can send such a parcel; one of a newer version waits for that version. */
  knows(parcel: Parcel): boolean
  /** Whether it is good for minutes only: it is not kept for when there are tries again. */
  isFleeting(parcel: Parcel, input: unknown): boolean
  /** Whether the phone itself says that it has no network, so that nothing can leave it. */
  isCutOff(): boolean
  /** Sends one parcel; resolves to the server's answer, rejects with a CallError. */
  send(parcel: Parcel, input: unknown): Promise<unknown>
  /** The server has it: what its answer means for what else the phone keeps. May happen twice. */
  settled(parcel: Parcel, input: unknown, data: unknown): void
  /** The server will never take it. May happen twice. False: what the person must have back does not fit into the phone, so the parcel stays. */
  refused(parcel: Parcel, input: unknown, error: CallError): boolean
  /** Why an answer that came late, after the person had been told to wait, is bad news; null when it is none. */
  badNews(parcel: Parcel, data: unknown): { readonly code: string; readonly message: string } | null
  now(): number
  /** In 0..1. */
  random(): number
  /** Runs `work` after `ms`; returns how to call it off. */
  later(ms: number, work: () => void): () => void
}

/**
 * What became of a parcel at once. `waiting`: it is on the phone and will be sent again; `held`: only as long as the app is open, because the
 * phone's storage is full, and the person must be told.
 */
export type Delivery =
  | { readonly state: 'delivered'; readonly data: unknown }
  | { readonly state: 'waiting'; readonly error: CallError; readonly held: boolean }
  | { readonly state: 'refused'; readonly error: CallError }

/** What the parts of one outbox share: what it keeps, and in what state it is. */
export function createBox(parts: OutboxParts) {
  const changed = createSignal()
  const store = createStore(parts.kv)
  return {
    parts,
    store,
    changed,
    /** Parcels whose page waits for the outcome and tells it itself. */
    attended: new Set<string>(),
    /** Parcels put since the app was opened of which nothing can have left the phone. */
    unsent: new Set<string>(),
    /** The person has left: nothing is sent. */
    stopped: false,
    /** The storage was wiped: nothing is kept of an answer that is still on its way. */
    forgotten: false,
    read: (): OutboxState => store.read(),
    find: (id: string): Parcel | undefined => store.read().parcels.find((parcel) => parcel.id === id),
    apply(event: OutboxEvent): void {
      store.apply(event, reduceOutbox(store.read(), event))
      changed.notify()
    },
    waiting: (id: string, error: CallError = CallError.offline()): Delivery => ({
      state: 'waiting',
      error,
      held: store.isHeld(id),
    }),
  }
}

export type Box = ReturnType<typeof createBox>
