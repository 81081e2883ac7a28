import { useCallback, useRef, useState } from 'react'
import type { OutputOf } from '@/contracts/action'
import type { getMedia } from '@/contracts/lesson'
import { learn } from '@/services/learn'
import { CallError } from '@/services/transport/call-error'

type Address = OutputOf<typeof getMedia>

/** An address that ends within this time is asked for anew, in ms: loading takes a while on a slow network. */
const ENDS_SOON_MS = 120_000

/** Why there is no sound or film now, and what to do. It is never needed: the words beside it say the same. */
function whyNot(error: CallError): string {
  if (error.code === 'OFFLINE') return '现在没有网络，播放不了。点“看全部文字”，说的是一样的。'
  return `${error.message}可以先点“看全部文字”，说的是一样的。`
}

/** The temporary address of a block's sound or film: asked for when it is played, kept while it is good, asked for anew when it is not. */
export function useAddress(lessonId: string, block: number) {
  const kept = useRef<Address | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const ask = useCallback(
    async (anew = false): Promise<string | null> => {
      setProblem(null)
      // the phone's clock may be wrong: then the address fails once, and is asked for anew
      if (!anew && kept.current && kept.current.expiresAt - ENDS_SOON_MS > Date.now()) return kept.current.url
      try {
        kept.current = await learn.media({ lessonId, block })
        return kept.current.url
      } catch (thrown) {
        setProblem(whyNot(CallError.from(thrown)))
        return null
      }
    },
    [lessonId, block],
  )
  const fail = useCallback(() => setProblem('播放中断了，可能是网络不稳。再点一次播放，或者先看下面的文字。'), [])
  return { ask, fail, problem }
}
