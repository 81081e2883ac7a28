import { useRef, useState } from 'react'
import type { Reminded } from '@/contracts/remind'
import { CallError } from '@/services/transport/call-error'
import { type RemindedOf, remindedWords } from './reminded.shared'

export interface Reminding {
  /** Whether the question is open. */
  readonly asking: boolean
  readonly busy: boolean
  readonly fault: string | null
  /** What became of it; null: not ordered yet. */
  readonly told: string | null
  readonly ask: () => void
  readonly send: () => void
  readonly close: () => void
  /** Another choice of people is another order. */
  readonly again: () => void
}

/** Asks before anybody is reminded, sends once however often it is tapped, and says what became of it. */
export function useReminding(order: () => Promise<Reminded & { vacant?: number }>, of?: RemindedOf): Reminding {
  const [state, setState] = useState<Pick<Reminding, 'asking' | 'busy' | 'fault' | 'told'>>({
    asking: false,
    busy: false,
    fault: null,
    told: null,
  })
  const under = useRef(false)
  const send = async () => {
    if (under.current) return
    under.current = true
    setState({ asking: true, busy: true, fault: null, told: null })
    try {
      const told = remindedWords(await order(), of)
      setState({ asking: false, busy: false, fault: null, told })
    } catch (thrown) {
      setState({ asking: true, busy: false, fault: CallError.from(thrown).message, told: null })
    } finally {
      under.current = false
    }
  }
  return {
    ...state,
    ask: () => setState({ asking: true, busy: false, fault: null, told: null }),
    send: () => void send(),
    close: () => setState((before) => ({ ...before, asking: false })),
    again: () => setState({ asking: false, busy: false, fault: null, told: null }),
  }
}
