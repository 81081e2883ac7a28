import { useRead } from '@/components/page/use-read'
import { plan } from '@/services/plan'
import { useOrders } from '../../use-orders'
import type { DayForm } from './plan-days.shared'

/** The theme days of an organisation in a year, and what its secretary plans. */
export function usePlan(orgId: string, year: number) {
  const read = useRead({ name: `plan-days:${orgId}:${year}`, load: () => plan.days(orgId, year) })
  const { busy, problem, said, act, clear } = useOrders(read.reload)

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
    clear,
    create: ({ title, place, forms, agenda, remote }: DayForm, times: { startsAt: number; endsAt: number }[]) =>
      act('save', async (orderKey) => {
        await plan.planDays({ key: orderKey(), orgId, title, place, forms, agenda, remote, times })
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
