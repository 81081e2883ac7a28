import { useState } from 'react'
import type { LeaveReason } from '@/contracts/themeday'
import { type Done, doing, outbox } from '@/services/outbox/outbox'
import { useWaitingParcel } from '@/services/outbox/use-waiting'
import { serverTime } from '@/services/server-time'

/** Asking for leave and taking it back, each kept on the phone until the server has it. */
export function useLeave(themeDayId: string, title: string, onChanged: () => void) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const key = `leave:${themeDayId}`
  const parcel = useWaitingParcel(key, busy, (refused) => {
    setRefusal(refused?.message ?? null)
    onChanged()
  })
  /** Whether it is done, or waits on the phone. */
  const carry = async (work: () => Promise<Done<unknown>>): Promise<boolean> => {
    setBusy(true)
    setRefusal(null)
    const done = await work()
    setBusy(false)
    if (done.state === 'delivered') onChanged()
    if (done.state !== 'refused') return true
    outbox.dismissOf(key)
    setRefusal(done.error.message)
    return false
  }
  return {
    busy,
    waiting: parcel !== null,
    /** What waits is only in memory: the storage is full. */
    held: parcel?.held === true,
    refusal,
    ask(reason: LeaveReason, note: string) {
      const askedAt = serverTime.now()
      const claim = askedAt === null ? {} : { askedAt: Math.round(askedAt) }
      return carry(() => doing.askLeave(`请假：${title}`, { themeDayId, reason, note, ...claim }))
    },
    withdraw: () => carry(() => doing.withdrawLeave(`取消请假：${title}`, { themeDayId })),
    clear: () => setRefusal(null),
  }
}

export type Leaving = ReturnType<typeof useLeave>
