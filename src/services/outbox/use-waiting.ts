import { useEffect, useRef } from 'react'
import { outbox } from './outbox'
import type { Parcel, Refusal } from './outbox.shared'
import { useOutboxState } from './use-outbox'

/**
 * What was done on this page and waits on the phone, not yet with the server; null: nothing. `held` in it: the phone is full, so it is gone when the app
 * is closed, and the page must not promise otherwise.
 * @param key of the parcel
 * @param sending whether the page itself is sending it now and so hears the outcome by itself
 * @param onLeft called once when it has left the outbox while the page looked on: with the refusal, which is then told here and no
 *   longer at home, or with null when the server has it
 */
export function useWaitingParcel(
  key: string,
  sending: boolean,
  onLeft: (refusal: Refusal | null) => void,
): Parcel | null {
  const { parcels } = useOutboxState()
  const parcel = sending ? undefined : parcels.find((one) => one.key === key)
  const waiting = parcel !== undefined
  const waited = useRef(false)
  useEffect(() => {
    const left = waited.current && !waiting && !sending
    waited.current = waiting
    if (!left) return
    const refusal = outbox.read().refusals.find((one) => one.key === key) ?? null
    if (refusal) outbox.dismiss(refusal.id)
    onLeft(refusal)
  })
  return parcel ?? null
}

/** The same where only whether it waits is of interest. */
export const useWaiting = (key: string, sending: boolean, onLeft: (refusal: Refusal | null) => void): boolean =>
  useWaitingParcel(key, sending, onLeft) !== null
