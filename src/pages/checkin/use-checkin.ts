import { useEffect, useRef, useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { cacheNames } from '@/services/cache/cache'
import { doing, outbox } from '@/services/outbox/outbox'
import { useWaiting } from '@/services/outbox/use-waiting'
import { themeday } from '@/services/themeday'
import { type NextStep, nextStepFor, stageOf, tokenIn } from './checkin.shared'

export type CheckInState =
  | { phase: 'idle' }
  | { phase: 'sending' }
  | { phase: 'refused'; message: string; next: NextStep }

const NOT_OURS = '这不是主题党日的签到码，请扫书记手机上的签到码。'

/**
 * One theme day, and checking in to it.
 * @param token from the page's address: scanning the code opened the page, so it checks in at once
 */
export function useCheckIn(themeDayId: string, token: string | null) {
  const read = useRead({ name: cacheNames.themeDay(themeDayId), load: () => themeday.get(themeDayId) })
  const [state, setState] = useState<CheckInState>({ phase: 'idle' })
  const day = read.data
  const stage = day ? stageOf(day) : null
  const waiting = useWaiting(`checkIn:${themeDayId}`, state.phase === 'sending', (refusal) => {
    if (refusal) setState({ phase: 'refused', message: refusal.message, next: nextStepFor(refusal.code) })
    else void read.reload()
  })

  const send = async (input: { token: string } | { themeDayId: string; code: string }) => {
    if (state.phase === 'sending') return
    setState({ phase: 'sending' })
    const done = await doing.checkIn(day?.title ?? '主题党日', input)
    if (done.state !== 'refused') {
      setState({ phase: 'idle' })
      if (done.state === 'delivered') void read.reload()
      return
    }
    // It is told here, so the outbox need not tell it again at home.
    for (const refusal of outbox.read().refusals)
      if (refusal.key === `checkIn:${themeDayId}`) outbox.dismiss(refusal.id)
    setState({ phase: 'refused', message: done.error.message, next: nextStepFor(done.error.code) })
  }

  const tried = useRef(false)
  useEffect(() => {
    if (token === null || stage === null || stage === 'done' || tried.current) return
    tried.current = true
    void send({ token })
  })

  return {
    read,
    day,
    stage,
    state,
    /** On the phone, not yet with the server. */
    waiting,
    sendScanned: (text: string) => {
      const scanned = tokenIn(text)
      if (scanned === null) setState({ phase: 'refused', message: NOT_OURS, next: 'rescan' })
      else void send({ token: scanned })
    },
    sendCode: (code: string) => void send({ themeDayId, code }),
    refresh: () => {
      setState({ phase: 'idle' })
      void read.reload()
    },
  }
}
