import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { goInstead } from '@/components/page/go'
import { quietly } from '@/components/page/quietly'
import { useRead } from '@/components/page/use-read'
import { themeDayIn } from '@/components/scan/scan.shared'
import { cacheNames } from '@/services/cache/cache'
import { doing, outbox } from '@/services/outbox/outbox'
import type { Refusal } from '@/services/outbox/outbox.shared'
import { useWaiting } from '@/services/outbox/use-waiting'
import { scanMoment } from '@/services/scan-moment'
import { type CheckInInput, themeday } from '@/services/themeday'
import { stageOf } from './checkin.shared'
import { type Problem, problemOf } from './problem.shared'

/** What a page that reads a theme day needs to know of it; null where it does not concern the member's own. */
const lost = ['FORBIDDEN', 'NOT_FOUND']

/**
 * One theme day, and checking in to it.
 * @param token from the page's address: scanning the code opened the page, so it checks in at once, also without a network and before
 *   anything of the theme day could be read
 */
export function useCheckIn(themeDayId: string, token: string | null) {
  const read = useRead({ name: cacheNames.themeDay(themeDayId), load: () => themeday.get(themeDayId) })
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const day = read.data
  const stage = day ? stageOf(day) : null
  const key = `checkIn:${themeDayId}`
  const left = (refusal: Refusal | null) => {
    setProblem(refusal && problemOf(refusal.code, refusal.message))
    void read.reload()
  }
  const waiting = useWaiting(key, sending, left)
  const parcel = waiting ? outbox.read().parcels.find((one) => one.key === key) : undefined
  const isScan = parcel !== undefined && 'token' in ((outbox.inputOf(parcel.id) ?? {}) as object)

  const send = async (input: CheckInInput) => {
    if (sending) return
    setSending(true)
    setProblem(null)
    const done = await doing.checkIn(day?.title ?? '主题党日签到', input)
    setSending(false)
    // what came of it stands at the top
    quietly(Taro.pageScrollTo({ scrollTop: 0, duration: 0 }))
    if (done.state === 'delivered') return void read.reload()
    if (done.state === 'waiting') return
    // It is told here, so the outbox need not tell it again at home.
    outbox.dismissOf(key)
    setProblem(problemOf(done.error.code, done.error.message))
    void read.reload()
  }

  const scanned = (token: string): CheckInInput => {
    const scannedAt = scanMoment(token)
    return scannedAt === undefined ? { token } : { token, scannedAt }
  }
  const tried = useRef(false)
  useEffect(() => {
    if (token === null || stage === 'done' || tried.current) return
    tried.current = true
    void send(scanned(token))
  })

  /** Nothing of it could be read, because there is no network: it can be checked in to all the same. */
  const unread = day === null && !read.loading && read.error?.retry === true
  const refused = read.error && day === null && lost.includes(read.error.code) ? read.error : null
  return {
    read,
    day,
    stage,
    sending,
    /** Why the last try did not work, or why this is no theme day of the member's. */
    problem: problem ?? (refused && problemOf(refused.code, refused.message)),
    unread,
    /** On the phone, not yet with the server. */
    waiting,
    /** What waits is only in memory: the storage is full. */
    held: parcel?.held === true,
    /** What waits is a scan, whose moment counts; a typed code is good for a few minutes only. */
    isScan,
    sendToken(token: string) {
      const other = themeDayIn(token)
      // another theme day's code: its own page says how it went
      if (other !== themeDayId) goInstead({ page: 'checkin', themeDayId: other, token })
      else void send(scanned(token))
    },
    sendCode: (code: string) => void send({ themeDayId, code }),
    refresh() {
      setProblem(null)
      void read.reload()
    },
    clear: () => setProblem(null),
  }
}

export type CheckIn = ReturnType<typeof useCheckIn>
