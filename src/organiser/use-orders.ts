import { useRef, useState } from 'react'
import { newKey } from '@/services/new-key'
import { CallError } from '@/services/transport/call-error'

/** What was done, and how it is undone where it can be. */
export interface Said {
  readonly text: string
  readonly undo?: () => void
}

/**
 * Orders of a desk, one at a time: which is under way, what came of it, and afterwards what the page shows is read anew.
 * @param reload reads what the page shows; also after a failure, for somebody else may have been faster
 */
export function useOrders(reload: () => Promise<unknown>) {
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  // of the order in hand: kept until it has arrived, so that a second press after a lost answer is the same order
  const key = useRef<string | null>(null)

  const act = async (name: string, work: (orderKey: () => string) => Promise<Said>): Promise<boolean> => {
    if (busy !== null) return false
    setBusy(name)
    setProblem(null)
    setSaid(null)
    let done = false
    const orderKey = () => {
      key.current ??= newKey()
      return key.current
    }
    try {
      setSaid(await work(orderKey))
      key.current = null
      done = true
    } catch (thrown) {
      const failure = CallError.from(thrown)
      if (!failure.retry) key.current = null
      setProblem(failure.message)
    }
    await reload()
    setBusy(null)
    return done
  }
  const clear = () => {
    setProblem(null)
    setSaid(null)
  }
  return { busy, problem, said, act, clear, clearProblem: () => setProblem(null) }
}
