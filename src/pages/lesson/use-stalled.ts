import { useEffect, useRef } from 'react'

/** How long a recording may stand still before it is said that the network is to blame, in ms. */
const PATIENCE_MS = 15_000

/**
 * Calls `onStalled` when something that should move has stood still for 15 s: on a bad network a player waits for ever and says nothing.
 * @param moving whether it should move now
 * @param place where it stands; each change begins the wait anew
 */
export function useStalled(moving: boolean, place: number, onStalled: () => void): void {
  const told = useRef(onStalled)
  told.current = onStalled
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place begins the wait anew
  useEffect(() => {
    if (!moving) return
    const timer = setTimeout(() => told.current(), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [moving, place])
}
