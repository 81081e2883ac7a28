import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import type { LeaveReason, ProxyReason } from '@/contracts/themeday'
import { organise } from '@/services/organise'
import { type Done, doing, outbox } from '@/services/outbox/outbox'
import { useOutboxState } from '@/services/outbox/use-outbox'
import { themeday } from '@/services/themeday'
import { CallError } from '@/services/transport/call-error'
import { type Attendance, type Last, proxyDone, type Row } from './attendance.shared'

const UNDO_REASON = '书记代录有误，当场撤回'

/** The list of names, and what the secretary enters. Entries wait on the phone when there is no network; decisions and corrections are made at once. */
export function useAttendance(themeDayId: string) {
  const read = useRead<Attendance>({ name: null, load: () => themeday.attendance(themeDayId) })
  const { parcels } = useOutboxState()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [last, setLast] = useState<Last | null>(null)
  const title = read.data?.title ?? '主题党日'

  const carry = async <Answer>(
    work: () => Promise<Answer>,
    then: Last | ((answer: Answer) => Last) | null,
  ): Promise<boolean> => {
    setBusy(true)
    setRefusal(null)
    try {
      const answer = await work()
      setLast(typeof then === 'function' ? then(answer) : then)
      void read.reload()
      return true
    } catch (thrown) {
      setRefusal(CallError.from(thrown).message)
      return false
    } finally {
      setBusy(false)
    }
  }
  /** Through the outbox: done, or waiting on the phone, is good; a refusal is told here and nowhere else. */
  const sent = async <Data>(work: Promise<Done<Data>>, key: string): Promise<Done<Data>> => {
    const done = await work
    if (done.state !== 'refused') return done
    for (const one of outbox.read().refusals) if (one.key === key) outbox.dismiss(one.id)
    throw done.error
  }
  const correct = ({ personId, name }: Row, withdrawn: boolean, reason: string) =>
    carry(() => organise.correct({ kind: 'themeday', activityId: themeDayId, personId, withdrawn, reason }), {
      text: withdrawn ? `${name}的记录已撤回` : `${name}的记录已恢复`,
      undo: null,
    })

  const excuse = (row: Row, leave: { reason: LeaveReason; note: string } | null): Promise<boolean> => {
    const { personId, name } = row
    const work = () =>
      sent(
        doing.recordAbsence(`${leave ? '登记请假' : '取消请假'}${name}：${title}`, { themeDayId, personId, leave }),
        `attendance:${themeDayId}.${personId}`,
      )
    const undo = leave && row.state !== 'leave' ? () => excuse(row, null) : null
    return carry(work, { text: leave ? `已登记请假：${name}` : `已取消请假：${name}`, undo })
  }

  return {
    read,
    busy,
    refusal,
    last,
    /** Entries that wait on the phone. */
    waiting: parcels.filter(({ key }) => key.startsWith(`attendance:${themeDayId}.`)).length,
    enter(row: Row, reason: ProxyReason, note: string) {
      const { personId, name } = row
      const work = () =>
        sent(
          doing.recordProxy(`代录${name}：${title}`, { themeDayId, personId, reason, note }),
          `attendance:${themeDayId}.${personId}`,
        )
      return carry(work, (done) => proxyDone(name, done, () => correct(row, true, UNDO_REASON)))
    },
    excuse,
    decide({ personId, name }: Row, accept: boolean) {
      const text = accept ? `${name}已算到场` : `${name}没有算到场，之后仍可代录`
      return carry(() => themeday.decideLateScan({ themeDayId, personId, accept }), { text, undo: null })
    },
    correct,
    clear: () => setRefusal(null),
  }
}

export type Entering = ReturnType<typeof useAttendance>
