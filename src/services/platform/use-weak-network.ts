import { useEffect, useState } from 'react'
import { onWeakNetwork } from './weak-network'

/** What the platform last said, for pages that are opened after it said so. */
let last = false

/** Whether the network is weak right now. */
export function useWeakNetwork(): boolean {
  const [weak, setWeak] = useState(last)
  useEffect(
    () =>
      onWeakNetwork((now) => {
        last = now
        setWeak(now)
      }),
    [],
  )
  return weak
}
