import { useEffect, useState } from 'react'

/** Draws the page anew every second while `on`, for what counts down. */
export function useTicks(on: boolean): void {
  const [, setTick] = useState(0)
  useEffect(() => {
    if (!on) return
    const timer = setInterval(() => setTick((n) => n + 1), 1000)
    return () => clearInterval(timer)
  }, [on])
}
