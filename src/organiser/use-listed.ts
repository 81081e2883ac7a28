import { useCallback, useEffect, useRef, useState } from 'react'
import { type Read, readFailed, readStarted } from '@/components/page/read.shared'
import { CallError } from '@/services/transport/call-error'

/** A list that comes in pages, as a page shows it: the first page is read at once, the next when asked for. Nothing is kept on the phone. */
export interface Listed<T> {
  readonly read: Read<T> & { readonly reload: () => Promise<void> }
  /** A further page is on the way. */
  readonly adding: boolean
  /** Why it did not come. */
  readonly fault: string | null
  readonly more: () => void
}

interface ListedOptions<T> {
  /** Another name is another list. */
  name: string
  /** The page after what is shown; null: the first. */
  load: (shown: T | null) => Promise<T>
  /** What is shown with a further page. */
  join: (shown: T, further: T) => T
}

export function useListed<T>({ name, load, join }: ListedOptions<T>): Listed<T> {
  const [read, setRead] = useState<Read<T>>(() => readStarted<T>(null))
  const [adding, setAdding] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const turn = useRef(0)
  const options = useRef({ load, join })
  options.current = { load, join }

  const reload = useCallback(async () => {
    const mine = ++turn.current
    setRead((before) => ({ ...before, loading: true }))
    setFault(null)
    setAdding(false)
    try {
      const data = await options.current.load(null)
      if (mine === turn.current) setRead({ data, at: Date.now(), loading: false, stale: false, error: null })
    } catch (thrown) {
      if (mine === turn.current) setRead(readFailed(readStarted<T>(null), CallError.from(thrown)))
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another name is another list
  useEffect(() => void reload(), [name, reload])

  const more = async () => {
    const shown = read.data
    if (shown === null || adding) return
    const mine = turn.current
    setAdding(true)
    setFault(null)
    try {
      const further = await options.current.load(shown)
      if (mine === turn.current) setRead((before) => ({ ...before, data: options.current.join(shown, further) }))
    } catch (thrown) {
      if (mine === turn.current) setFault(CallError.from(thrown).message)
    } finally {
      if (mine === turn.current) setAdding(false)
    }
  }
  return { read: { ...read, reload }, adding, fault, more: () => void more() }
}
