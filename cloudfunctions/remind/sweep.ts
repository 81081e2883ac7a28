import { sweepOf } from '@/domain/remind'
import { addDays } from '@/domain/time'
import type { SendingDoc } from '../_data/documents'
import { orderSending } from '../_data/sendings'

/** Of what people asked to be reminded of: the causes, and the kind by which it is seen that it is no more needed. */
const wishes = [
  ['themeDay', 'themeday'],
  ['quiz', 'quiz'],
] as const

/** Three times a day, orders to look for what people asked to be reminded of; each once, by its name. */
export async function orderSweeps(now: number): Promise<void> {
  const sweep = sweepOf(now)
  if (!sweep) return
  const { day, name } = sweep
  await Promise.all(
    wishes.map(([cause, kind]) =>
      orderSending({
        ...{ _id: `${cause}.${name}`, cause, kind, day },
        ...{ personId: null, orgId: '', fromOrgName: null, slice: {}, only: null },
        ...{ from: day, to: addDays(day, 1), createdAt: now, dueAt: now },
      } satisfies Omit<SendingDoc, 'after' | 'step' | 'open' | 'already' | 'vacant'>),
    ),
  )
}
