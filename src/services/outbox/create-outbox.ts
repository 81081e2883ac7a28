import { errorTable } from '@/contracts/errors'
import { createSignal } from '../signal.shared'
import type { Kv } from '../storage/kv.shared'
import { CallError } from '../transport/call-error'
import {
  backoffMs,
  isDue,
  isHeldUp,
  mayStillArrive,
  nextDueIn,
  type OutboxEvent,
  type Parcel,
  reduceOutbox,
  stopsEverything,
} from './outbox.shared'
import { createStore } from './store.shared'

export interface OutboxParts {
  /** Of the one person whose outbox this is. */
  readonly kv: Kv
  /** Whether this version can send such a parcel; one of a newer version waits for that version. */
  knows(parcel: Parcel): boolean
  /** Sends one parcel; resolves to the server's answer, rejects with a CallError. */
  send(parcel: Parcel, input: unknown): Promise<unknown>
  /** The server has it: what its answer means for what else the phone keeps. May happen twice. */
  settled(parcel: Parcel, input: unknown, data: unknown): void
  /** The server will never take it. May happen twice. */
  refused(parcel: Parcel, input: unknown, error: CallError): void
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

/** What is to be put; the outbox gives it its id, its time and its place. */
export type NewParcel = Pick<Parcel, 'key' | 'kind' | 'title'> & { readonly after?: readonly string[] }

const waiting = (): Delivery => ({ state: 'waiting', error: CallError.offline() })
/** Nothing was sent, and that says nothing about the others. */
const passedOver = (): Delivery => ({ state: 'waiting', error: new CallError('BUSY', errorTable.BUSY.message, null) })

/**
 * The outbox of one person: what was done is written to storage first, then sent, one after the other in the order in which it was done,
 * and sent again until the server has acknowledged it.
 */
export function createOutbox(parts: OutboxParts) {
  const changed = createSignal()
  const store = createStore(parts.kv)
  const queued = new Map<string, Promise<Delivery>>()
  /** Parcels whose page waits for the outcome and tells it itself. */
  const attended = new Set<string>()
  let lastSent: Promise<unknown> = Promise.resolve()
  let running: Promise<void> | null = null
  let again: Promise<void> | null = null
  let callOff: (() => void) | null = null
  let stopped = false
  let forgotten = false

  const { read } = store
  const apply = (event: OutboxEvent): void => {
    store.apply(event, reduceOutbox(read(), event))
    changed.notify()
  }
  const find = (id: string) => read().parcels.find((parcel) => parcel.id === id)
  /** What the answer means for the rest of the phone must never make a delivered parcel an undelivered one. */
  const quietly = (work: () => void): void => {
    try {
      work()
    } catch {
      // The pages ask the server for what is missing then.
    }
  }

  const fail = (parcel: Parcel, input: unknown, error: CallError): Delivery => {
    if (mayStillArrive(error)) {
      const wait = backoffMs(parcel.tries + 1, parts.random())
      apply({ type: 'failed', id: parcel.id, notBefore: parts.now() + wait })
      return { state: 'waiting', error }
    }
    quietly(() => parts.refused(parcel, input, error))
    apply({ type: 'refused', id: parcel.id, code: error.code, message: error.message })
    return { state: 'refused', error }
  }

  const sendNow = async (id: string): Promise<Delivery> => {
    const parcel = find(id)
    if (stopped) return waiting()
    if (!parcel) return passedOver()
    const content = store.inputOf(id)
    if (content === null) {
      // Acknowledged before the app was killed: only its name was left.
      apply({ type: 'acknowledged', id })
      return passedOver()
    }
    try {
      const data = await parts.send(parcel, content.input)
      if (forgotten) return waiting()
      quietly(() => parts.settled(parcel, content.input, data))
      const news = attended.has(id) ? null : parts.badNews(parcel, data)
      apply(news ? { type: 'refused', id, ...news } : { type: 'acknowledged', id })
      return { state: 'delivered', data }
    } catch (thrown) {
      if (forgotten) return waiting()
      return fail(parcel, content.input, CallError.from(thrown))
    }
  }

  /** Sends a parcel when all that were asked for before it are through: never two at once. */
  const deliver = (id: string): Promise<Delivery> => {
    const running = queued.get(id)
    if (running) return running
    const work = lastSent
      .then(() => sendNow(id))
      .finally(() => {
        queued.delete(id)
        plan()
      })
    lastSent = work.catch(() => {})
    queued.set(id, work)
    return work
  }

  const plan = (): void => {
    callOff?.()
    callOff = null
    const state = read()
    const free = {
      ...state,
      parcels: state.parcels.filter((parcel) => parts.knows(parcel) && !isHeldUp(parcel, state)),
    }
    const wait = stopped ? null : nextDueIn(free, parts.now())
    if (wait !== null) callOff = parts.later(Math.max(wait, 500), () => void flush())
  }

  /** Sends these in their order, as far as they are there and nothing holds them up; false: it is of no use to go on now. */
  const sendEach = async (parcels: readonly Parcel[]): Promise<boolean> => {
    for (const { id } of parcels) {
      const parcel = find(id)
      if (!parcel || !parts.knows(parcel) || isHeldUp(parcel, read())) continue
      const done = await deliver(id)
      if (done.state === 'waiting' && stopsEverything(done.error)) return false
    }
    return true
  }

  const run = async (all: boolean): Promise<void> => {
    if (!stopped) await sendEach(read().parcels.filter((parcel) => all || isDue(parcel, parts.now())))
    plan()
  }

  /** Sends what is due, one after the other; `all` also what still waits for its next try (the network came back). */
  const flush = (all = false): Promise<void> => {
    if (running === null) {
      running = run(all).finally(() => {
        running = null
      })
      return running
    }
    if (!all) return running
    again ??= running.then(() => {
      again = null
      return flush(true)
    })
    return again
  }

  return {
    read,
    subscribe: changed.subscribe,
    flush,
    /** Writes a parcel to storage and sends it, after those of its kind that were done before and those that it says go before it. */
    async put({ key, kind, title, after = [] }: NewParcel, input: unknown): Promise<Delivery> {
      const last = Math.max(0, ...read().parcels.map(({ storedAt }) => storedAt + 1))
      const storedAt = Math.max(parts.now(), last)
      const id = `${key}@${storedAt}`
      const parcel: Parcel = { id, key, kind, title, storedAt, tries: 0, notBefore: 0, after }
      store.put(parcel, input)
      changed.notify()
      attended.add(id)
      try {
        const before = read().parcels.filter((one) => one.id !== id && (one.kind === kind || after.includes(one.key)))
        if (stopped || !(await sendEach(before)) || isHeldUp(parcel, read())) return waiting()
        const done = await deliver(id)
        // One went through, so the others may as well.
        if (done.state === 'delivered' && read().parcels.length > 0) void flush(true)
        return done
      } finally {
        attended.delete(id)
        plan()
      }
    },
    /** Puts a parcel of another store here without sending it yet. */
    takeIn: (parcel: Parcel, input: unknown): void => store.put(parcel, input),
    inputOf: store.inputOf,
    /** The person has read why it was refused. */
    dismiss: (id: string): void => apply({ type: 'dismissed', id }),
    /** Sends nothing more until `start`: the person has left. */
    stop(): void {
      stopped = true
      callOff?.()
      callOff = null
    },
    start(): void {
      stopped = false
      plan()
    },
    /** The storage is wiped: forgets what is only in memory, and keeps nothing of an answer that is still on its way. For good. */
    forget(): void {
      forgotten = true
      stopped = true
      store.forget()
      changed.notify()
    },
  }
}

export type Outbox = ReturnType<typeof createOutbox>
