import type { Box, Delivery } from './box'
import { createLine } from './line'
import type { Parcel } from './outbox.shared'
import { isDue, isHeldUp, nextDueIn, stopsEverything } from './retry.shared'
import { sendParcel } from './send-parcel'

/** Sends what waits in a box: one after the other in the order in which it was done, again when it is due. */
export function createSender(box: Box) {
  const { parts } = box
  let running: Promise<void> | null = null
  let again: Promise<void> | null = null
  let callOff: (() => void) | null = null

  const rest = (): void => {
    callOff?.()
    callOff = null
  }
  /** Wakes up when the next parcel is due. */
  const plan = (): void => {
    rest()
    const state = box.read()
    const free = state.parcels.filter((parcel) => parts.knows(parcel) && !isHeldUp(parcel, state))
    const wait = box.stopped ? null : nextDueIn(free, parts.now())
    if (wait !== null) callOff = parts.later(Math.max(wait, 500), () => void flush())
  }

  const line = createLine((id) => sendParcel(box, id), plan)

  /** Sends these in their order, as far as they are there and nothing holds them up; false: it is of no use to go on now. */
  const sendEach = async (parcels: readonly Parcel[]): Promise<boolean> => {
    for (const { id } of parcels) {
      const parcel = box.find(id)
      if (!parcel || !parts.knows(parcel) || isHeldUp(parcel, box.read())) continue
      const done = await line.ask(id)
      if (done.state === 'waiting' && stopsEverything(done.error)) return false
    }
    return true
  }

  const run = async (all: boolean): Promise<void> => {
    if (!box.stopped) {
      box.store.moveIn()
      await sendEach(box.read().parcels.filter((parcel) => all || isDue(parcel, parts.now())))
    }
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
    flush,
    plan,
    /** Calls off the next try. */
    rest,
    underWay: (id: string): Promise<Delivery> | null => line.underWay(id),
    /** Sends a parcel that was just put, after those of its kind that were done before and those that it says go before it. */
    async sendNew(parcel: Parcel): Promise<Delivery> {
      const { id, kind, after } = parcel
      const goesBefore = (one: Parcel) => one.id !== id && (one.kind === kind || after.includes(one.key))
      const free = !box.stopped && (await sendEach(box.read().parcels.filter(goesBefore)))
      if (!free || isHeldUp(parcel, box.read())) return box.waiting(id)
      const done = await line.ask(id)
      // One went through, so the others may as well.
      if (done.state === 'delivered' && box.read().parcels.length > 0) void flush(true)
      return done
    },
  }
}
