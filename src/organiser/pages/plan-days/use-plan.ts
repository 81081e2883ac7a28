import { useRef, useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { newKey } from '@/services/new-key'
import { plan } from '@/services/plan'
import { CallError } from '@/services/transport/call-error'
import type { DayForm } from './plan-days.shared'

/** The theme days of an organisation in a year, and what its secretary plans. */
export function usePlan(orgId: string, year: number) {
  const read = useRead({ name: `plan-days:${orgId}:${year}`, load: () => plan.days(orgId, year) })
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [said, setSaid] = useState<{ text: string; undo?: () => void } | null>(null)
  // of the order in hand: kept until it has arrived, so that a second press after a lost answer is the same order
  const order = useRef<string | null>(null)

  const act = async (name: string, work: () => Promise<typeof said>): Promise<boolean> => {
    if (busy !== null) return false
    setBusy(name)
    setProblem(null)
    setSaid(null)
    let done = false
    try {
      setSaid(await work())
      done = true
      await read.reload()
    } catch (thrown) {
      const failure = CallError.from(thrown)
      if (!failure.retry) order.current = null
      setProblem(failure.message)
    }
    setBusy(null)
    return done
  }

  const restore = (id: string) =>
    void act('restore', async () => {
      await plan.restoreDay(id)
      return { text: '已恢复，党员又能看到了。' }
    })

  return {
    read,
    busy,
    problem,
    said,
    clear: () => {
      setProblem(null)
      setSaid(null)
    },
    create: ({ title, place, forms, agenda, remote }: DayForm, times: { startsAt: number; endsAt: number }[]) =>
      act('save', async () => {
        order.current ??= newKey()
        await plan.planDays({ key: order.current, orgId, title, place, forms, agenda, remote, times })
        order.current = null
        return { text: times.length > 1 ? `已排好 ${times.length} 次，党员可以看到了。` : '已排好，党员可以看到了。' }
      }),
    change: (id: string, was: number | null, content: DayForm) =>
      act('save', async () => {
        const day = await plan.changeDay({ themeDayId: id, was, ...content })
        const told = day.leaves > 0 ? `有 ${day.leaves} 人先前请过假，请告诉他们。` : ''
        return { text: `已改好。${told}` }
      }),
    cancel: (id: string, reason: string) =>
      act('cancel', async () => {
        await plan.cancelDay(id, reason)
        return { text: '已取消，党员会看到原因。', undo: () => restore(id) }
      }),
    restore,
  }
}
