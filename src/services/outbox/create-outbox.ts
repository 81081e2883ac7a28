import { createBox, type Delivery, type OutboxParts } from './box'
import type { Parcel } from './outbox.shared'
import { createSender } from './sender'

export type { Delivery, OutboxParts } from './box'

/** What is to be put; the outbox gives it its id, its time and its place. */
export type NewParcel = Pick<Parcel, 'key' | 'kind' | 'title'> & { readonly after?: readonly string[] }

/**
 * What became of calling a parcel off. `dropped`: nothing of it ever left the phone. `unsure`: it will not be sent again, but a try whose answer
 * was lost may have reached the server. `gone`: it was not there any more; the server has it, or has refused it.
 */
export type Cancelled = 'dropped' | 'unsure' | 'gone'

/**
 * The outbox of one person: what was done is written to storage first, then sent, one after the other in the order in which it was done,
 * and sent again until the server has acknowledged it.
 */
export function createOutbox(parts: OutboxParts) {
  const box = createBox(parts)
  const sender = createSender(box)
  const { read, store, changed } = box

  const stop = (): void => {
    box.stopped = true
    sender.rest()
  }

  return {
    read,
    subscribe: changed.subscribe,
    flush: sender.flush,
    /** Writes a parcel to storage and sends it, after those of its kind that were done before and those that it says go before it. */
    async put({ key, kind, title, after = [] }: NewParcel, input: unknown): Promise<Delivery> {
      const before = read().parcels
      const last = Math.max(0, ...before.map(({ storedAt }) => storedAt + 1))
      const storedAt = Math.max(parts.now(), last)
      const id = `${key}@${storedAt}`
      const parcel: Parcel = { id, key, kind, title, storedAt, tries: 0, notBefore: 0, after }
      // The one that it replaces may have reached the server already.
      const replaced = before.find((one) => one.key === key)
      if (!replaced || box.unsent.has(replaced.id)) box.unsent.add(id)
      store.put(parcel, input)
      changed.notify()
      box.attended.add(id)
      try {
        return await sender.sendNew(parcel)
      } finally {
        box.attended.delete(id)
        sender.plan()
      }
    },
    /** Calls a parcel off. When it is on its way just now, its outcome is waited for. */
    async cancel(key: string): Promise<Cancelled> {
      const parcel = read().parcels.find((one) => one.key === key)
      if (!parcel) return 'gone'
      await sender.underWay(parcel.id)?.catch(() => {})
      if (box.forgotten || !box.find(parcel.id)) return 'gone'
      box.apply({ type: 'cancelled', id: parcel.id })
      sender.plan()
      return box.unsent.delete(parcel.id) ? 'dropped' : 'unsure'
    },
    /** Puts a parcel of another store here without sending it yet. */
    takeIn: (parcel: Parcel, input: unknown): void => store.put(parcel, input),
    inputOf: store.inputOf,
    /** The person has read why it was refused. */
    dismiss: (id: string): void => box.apply({ type: 'dismissed', id }),
    /** Sends nothing more until `start`: the person has left. */
    stop,
    start(): void {
      box.stopped = false
      sender.plan()
    },
    /** The storage is wiped: forgets what is only in memory, and keeps nothing of an answer that is still on its way. For good. */
    forget(): void {
      box.forgotten = true
      stop()
      store.forget()
      changed.notify()
    },
  }
}

export type Outbox = ReturnType<typeof createOutbox>
