import { useEffect, useRef, useState } from 'react'
import type { SteadyClock } from '@/services/steady-clock.shared'

/**
 * Milliseconds until `endsAt` (server's clock), looked at every second and never below 0. `onPressing` tells whether `pressingMs` or less are left, when
 * that changes; `onOver` is called when there are none: once, unless the server's clock gave time again in between.
 */
export function useRemaining(
  clock: SteadyClock,
  endsAt: number,
  pressingMs: number,
  onPressing: (pressing: boolean) => void,
  onOver: () => void,
): number {
  const [remaining, setRemaining] = useState(() => endsAt - clock.now())
  const told = useRef({ pressing: false, over: false })
  const latest = useRef({ onPressing, onOver })
  latest.current = { onPressing, onOver }
  useEffect(() => {
    const tick = () => {
      const ms = endsAt - clock.now()
      setRemaining(ms)
      const before = told.current
      told.current = { pressing: ms <= pressingMs, over: ms <= 0 }
      if (told.current.pressing !== before.pressing) latest.current.onPressing(told.current.pressing)
      if (told.current.over && !before.over) latest.current.onOver()
    }
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [clock, endsAt, pressingMs])
  return Math.max(0, remaining)
}
