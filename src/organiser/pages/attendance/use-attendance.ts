import { useEffect, useRef, useState } from 'react'
import type { LeaveReason, ProxyReason } from '@/contracts/themeday'
import { type Done, doing, outbox } from '@/services/outbox/outbox'
import { useOutboxState } from '@/services/outbox/use-outbox'
import { themeday } from '@/services/themeday'
import { CallError } from '@/services/transport/call-error'
import type { Row } from './attendance.shared'
import { doneText, type Last, proxyDone } from './last.shared'
import { correctEntry, takeBack, takeBackProxy, undoProxy } from './take-back'
import { useNames } from './use-names'

/** The list of names, and what the secretary enters. Entries wait on the phone when there is no network; decisions and corrections are made at once. */
export function useAttendance(themeDayId: string) {
  const names = useNames(themeDayId)
  const { parcels } = useOutboxState()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [last, setLast] = useState<Last | null>(null)
  const title = names.list?.title ?? '主题党日'
  const keyOf = ({ personId }: Row) => `attendance:${themeDayId}.${personId}`

  const carry = async (work: () => Promise<Last>): Promise<boolean> => {
    setBusy(true)
    setRefusal(null)
    try {
      setLast(await work())
      void names.read.reload()
      return true
    } catch (thrown) {
      const { code, message } = CallError.from(thrown)
      setRefusal(message)
      // somebody else was faster: the list says how it stands now
      if (code === 'CHANGED_MEANWHILE') void names.read.reload()
      return false
    } finally {
      setBusy(false)
    }
  }
  /** Through the outbox: done, or waiting on the phone, is good; a refusal is told here and nowhere else. */
  const sent = async <Data>(work: Promise<Done<Data>>, key: string): Promise<Done<Data>> => {
    const done = await work
    if (done.state !== 'refused') return done
    outbox.dismissOf(key)
    throw done.error
  }
  const excused = async (row: Row, leave: { reason: LeaveReason; note: string } | null): Promise<Last> => {
    const { personId, name } = row
    const what = leave ? '登记请假' : '取消请假'
    const work = doing.recordAbsence(`${what}${name}：${title}`, { themeDayId, personId, leave })
    const done = await sent(work, keyOf(row))
    const back = () => excused(row, null)
    const undo = () => carry(done.state === 'waiting' ? () => takeBack(keyOf(row), row, back) : back)
    const text = doneText(what, name, done)
    return { text, undo: leave && row.state !== 'leave' ? undo : null, waits: done.state === 'waiting' }
  }

  const decided = async (row: Row, accept: boolean, was: 'waiting' | 'declined'): Promise<Last> => {
    const { personId, name } = row
    await themeday.decideLateScan({ themeDayId, personId, accept, was })
    if (accept) return { text: `${name}已算到场`, undo: null }
    return { text: `${name}没有算到场`, undo: () => carry(() => decided(row, true, 'declined')) }
  }

  const entries = parcels.filter(({ key }) => key.startsWith(`attendance:${themeDayId}.`))
  const waiting = entries.length
  // what was entered without a network has arrived, or was refused: the list says how it stands now
  const before = useRef(waiting)
  const { reload } = names.read
  useEffect(() => {
    if (waiting < before.current) void reload()
    before.current = waiting
  }, [waiting, reload])

  return {
    names,
    busy,
    refusal,
    last,
    /** How many entries wait on the phone. */
    waiting,
    /** Some of them are only in memory: the storage is full. */
    held: entries.some((parcel) => parcel.held === true),
    /** Whether what was entered for somebody waits on the phone. */
    isWaiting: (row: Row) => parcels.some(({ key }) => key === keyOf(row)),
    enter: (row: Row, reason: ProxyReason, note: string) =>
      carry(async () => {
        const { personId, name } = row
        const work = doing.recordProxy(`代录${name}：${title}`, { themeDayId, personId, reason, note })
        const back = () => undoProxy(themeDayId, row)
        const late = () => takeBackProxy(themeDayId, row, back)
        return proxyDone(name, await sent(work, keyOf(row)), {
          drop: () => carry(() => takeBack(keyOf(row), row, late)),
          correct: () => carry(back),
        })
      }),
    excuse: (row: Row, leave: { reason: LeaveReason; note: string } | null) => carry(() => excused(row, leave)),
    /** @param was 'declined' takes a no back */
    decide: (row: Row, accept: boolean, was: 'waiting' | 'declined' = 'waiting') =>
      carry(() => decided(row, accept, was)),
    correct: (row: Row, withdrawn: boolean, reason: string) =>
      carry(() => correctEntry(themeDayId, row, withdrawn, reason)),
    clear: () => setRefusal(null),
  }
}

export type Entering = ReturnType<typeof useAttendance>
