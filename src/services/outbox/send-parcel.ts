import { errorTable } from '@/contracts/errors'
import { CallError } from '../transport/call-error'
import type { Box, Delivery } from './box'
import type { Parcel } from './outbox.shared'
import { mayStillArrive, waitMs } from './retry.shared'

/** Nothing was sent, and that says nothing about the others. */
const passedOver = () => new CallError('BUSY', errorTable.BUSY.message, null)

/** What the answer means for the rest of the phone must never make a delivered parcel an undelivered one. */
function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // The pages ask the server for what is missing then.
  }
}

function fail(box: Box, parcel: Parcel, input: unknown, error: CallError): Delivery {
  const { parts } = box
  const { id } = parcel
  let given = true
  const stays = mayStillArrive(error, parts.isFleeting(parcel, input))
  if (!stays)
    quietly(() => {
      given = parts.refused(parcel, input, error)
    })
  if (stays || !given) {
    const wait = waitMs(error, parcel.tries + 1, parts.random())
    box.apply({ type: 'failed', id, notBefore: parts.now() + wait })
    return box.waiting(id, error)
  }
  box.apply({ type: 'refused', id, code: error.code, message: error.message })
  return { state: 'refused', error }
}

/** Sends one parcel now, and keeps what came of it. */
export async function sendParcel(box: Box, id: string): Promise<Delivery> {
  const { parts, store } = box
  const parcel = box.find(id)
  if (box.stopped) return box.waiting(id)
  if (!parcel) return box.waiting(id, passedOver())
  const content = store.inputOf(id)
  if (content === null) {
    // Acknowledged before the app was killed: only its name was left.
    box.apply({ type: 'acknowledged', id })
    return box.waiting(id, passedOver())
  }
  const { input } = content
  if (!parts.isCutOff()) box.unsent.delete(id)
  try {
    const data = await parts.send(parcel, input)
    if (box.forgotten) return box.waiting(id)
    quietly(() => parts.settled(parcel, input, data))
    const news = box.attended.has(id) ? null : parts.badNews(parcel, data)
    box.apply(news ? { type: 'refused', id, ...news } : { type: 'acknowledged', id })
    return { state: 'delivered', data }
  } catch (thrown) {
    if (!parts.isCutOff()) box.unsent.delete(id)
    if (box.forgotten) return box.waiting(id)
    return fail(box, parcel, input, CallError.from(thrown))
  }
}
