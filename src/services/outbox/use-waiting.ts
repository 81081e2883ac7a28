import { useEffect, useRef } from 'react'
import { outbox } from './outbox'
import type { Refusal } from './outbox.shared'
import { useOutboxState } from './use-outbox'

/**
 * Whether something that was done on this page waits on the phone, not yet with the server.
 * @param key of the parcel
 * @param sending whether the page itself is sending it now and so hears the outcome by itself
 * @param onLeft called once when it has left the outbox while the page looked on: with the refusal, which is then told here and no
 *   longer at home, or with null when the server has it
 */
export function useWaiting(key: string, sending: boolean, onLeft: (refusal: Refusal | null) => void): boolean {
  const { parcels } = useOutboxState()
  const waiting = !sending && parcels.some((parcel) => parcel.key === key)
  const waited = useRef(false)
  useEffect(() => {
    const left = waited.current && !waiting && !sending
    waited.current = waiting
    if (!left) return
    const refusal = outbox.read().refusals.find((one) => one.key === key) ?? null
    if (refusal) outbox.dismiss(refusal.id)
    onLeft(refusal)
  })
  return waiting
}
