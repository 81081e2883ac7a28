import { useCallback, useRef, useState } from 'react'
import type { OutputOf } from '@/contracts/action'
import type { getMedia } from '@/contracts/lesson'
import { learn } from '@/services/learn'
import { CallError } from '@/services/transport/call-error'
import { BROKEN_OFF, whyNot } from './media-words.shared'

type Address = OutputOf<typeof getMedia>

/** An address that ends within this time is asked for anew, in ms: loading takes a while on a slow network. */
const ENDS_SOON_MS = 120_000

/**
 * The temporary address of a block's sound or film: asked for when it is played, kept while it is good, asked for anew when it is not. `open` and `again` resolve
 * to it, or to null, and then `problem` says why.
 */
export function useAddress(lessonId: string, block: number) {
  const kept = useRef<Address | null>(null)
  const renewed = useRef(false)
  const [problem, setProblem] = useState<string | null>(null)
  const ask = useCallback(async (): Promise<string | null> => {
    try {
      kept.current = await learn.media({ lessonId, block })
      return kept.current.url
    } catch (thrown) {
      setProblem(whyNot(CallError.from(thrown)))
      return null
    }
  }, [lessonId, block])

  /** The person wants to play it. */
  const open = useCallback(async (): Promise<string | null> => {
    setProblem(null)
    renewed.current = false
    // the phone's clock may be wrong: then the address fails once, and is asked for anew
    if (kept.current && kept.current.expiresAt - ENDS_SOON_MS > Date.now()) return kept.current.url
    return ask()
  }, [ask])
  /** It does not play any more. */
  const fail = useCallback(() => setProblem(BROKEN_OFF), [])
  /** It failed. An address that has ended is the usual reason: once more with a new one, then the person is told. */
  const again = useCallback(async (): Promise<string | null> => {
    if (!renewed.current) {
      renewed.current = true
      return ask()
    }
    fail()
    return null
  }, [ask, fail])
  return { open, again, fail, problem }
}
