import { createSignal } from '../signal.shared'
import type { Kv } from '../storage/kv.shared'
import { CallError } from '../transport/call-error'
import {
  backoffMs,
  emptyOutbox,
  mayStillArrive,
  nextDueIn,
  type OutboxEvent,
  type OutboxState,
  type Parcel,
  type ParcelKind,
  reduceOutbox,
} from './outbox.shared'

export interface OutboxParts {
  readonly kv: Kv
  /** Sends one parcel; resolves to the server's answer, rejects with a CallError. */
  send(parcel: Parcel): Promise<unknown>
  /** Why an answer that came late, after the person had been told to wait, is bad news; null when it is none. */
  badNews(parcel: Parcel, data: unknown): { readonly code: string; readonly message: string } | null
  now(): number
  /** In 0..1. */
  random(): number
  /** Runs `work` after `ms`; returns how to call it off. */
  later(ms: number, work: () => void): () => void
}

/** What became of a parcel at once. `waiting`: it is on the phone and will be sent again. */
export type Delivery =
  | { readonly state: 'delivered'; readonly data: unknown }
  | { readonly state: 'waiting'; readonly error: CallError }
  | { readonly state: 'refused'; readonly error: CallError }

const KEY = 'outbox'

/** The outbox: what was done is written to storage first, then sent, and sent again until the server has acknowledged it. */
export function createOutbox(parts: OutboxParts) {
  const changed = createSignal()
  const sending = new Map<string, Promise<Delivery>>()
  let callOff: (() => void) | null = null
  // Kept besides storage, so that a full storage does not lose what is being sent.
  let unstored: OutboxState | null = null

  const read = (): OutboxState => unstored ?? parts.kv.read<OutboxState>(KEY) ?? emptyOutbox
  const apply = (event: OutboxEvent): boolean => {
    const next = reduceOutbox(read(), event)
    const stored = parts.kv.write(KEY, next)
    unstored = stored ? null : next
    changed.notify()
    return stored
  }

  const settle = (parcel: Parcel, error: CallError): Delivery => {
    if (!mayStillArrive(error)) {
      apply({ type: 'refused', id: parcel.id, code: error.code, message: error.message })
      return { state: 'refused', error }
    }
    const wait = backoffMs(parcel.tries + 1, parts.random())
    apply({ type: 'failed', id: parcel.id, notBefore: parts.now() + wait })
    return { state: 'waiting', error }
  }

  const deliver = (parcel: Parcel): Promise<Delivery> => {
    const running = sending.get(parcel.id)
    if (running) return running
    const work = parts
      .send(parcel)
      .then((data): Delivery => {
        const news = parcel.tries > 0 ? parts.badNews(parcel, data) : null
        apply(news ? { type: 'refused', id: parcel.id, ...news } : { type: 'acknowledged', id: parcel.id })
        return { state: 'delivered', data }
      })
      .catch((thrown: unknown) => settle(parcel, CallError.from(thrown)))
      .finally(() => {
        sending.delete(parcel.id)
        plan()
      })
    sending.set(parcel.id, work)
    return work
  }

  const plan = (): void => {
    callOff?.()
    callOff = null
    const wait = nextDueIn(read(), parts.now())
    if (wait !== null) callOff = parts.later(Math.max(wait, 500), () => void flush())
  }

  /** Sends what is due, one after the other; `all` also what still waits for its next try (the network came back). */
  const flush = async (all = false): Promise<void> => {
    for (const parcel of read().parcels) if (all || parcel.notBefore <= parts.now()) await deliver(parcel)
    plan()
  }

  return {
    read,
    subscribe: changed.subscribe,
    flush,
    /** Writes a parcel to storage and sends it. */
    put(kind: ParcelKind, key: string, title: string, input: unknown): Promise<Delivery> {
      const storedAt = parts.now()
      const id = `${key}@${storedAt}`
      const parcel: Parcel = { id, key, kind, input, title, storedAt, tries: 0, notBefore: storedAt }
      apply({ type: 'put', parcel })
      return deliver(parcel)
    },
    /** The person has read why it was refused. */
    dismiss: (id: string): void => void apply({ type: 'dismissed', id }),
  }
}

export type Outbox = ReturnType<typeof createOutbox>
