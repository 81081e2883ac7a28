import { useEffect, useRef, useState } from 'react'

/**
 * Milliseconds until `deadlineAt` (server clock), counted down by the second; `onOver` is called once when there are none left.
 * @param lead the server's clock less the phone's
 */
export function useRemaining(deadlineAt: number, lead: number, onOver: () => void): number {
  const left = () => deadlineAt - (Date.now() + lead)
  const [remaining, setRemaining] = useState(left)
  const over = useRef(false)
  const latest = useRef({ left, onOver })
  latest.current = { left, onOver }
  useEffect(() => {
    const tick = () => {
      const ms = latest.current.left()
      setRemaining(ms)
      if (ms > 0 || over.current) return
      over.current = true
      latest.current.onOver()
    }
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, remaining)
}
