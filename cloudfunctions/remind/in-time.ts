import { caseSentences } from '@/contracts/errors'
import { sendingTime } from '@/domain/remind'
import { dayOf } from '@/domain/time'
import { findSending, sendingId } from '../_data/sendings'
import { refuse } from '../_kit/refusal'

interface Ordered {
  readonly personId: string
  readonly key: string
  /** The last day on which those who are reminded can take part. */
  readonly to: string
  readonly now: number
}

/** Throws PERIOD_OVER when nobody could take part any more by the time when the reminder goes out. What was ordered in time is told of all the same. */
export async function requireInTime({ personId, key, to, now }: Ordered): Promise<void> {
  if (to >= sendingTime(now).day || (await findSending(sendingId(personId, key)))) return
  if (to < dayOf(now)) refuse('PERIOD_OVER')
  refuse('PERIOD_OVER', 'morning', caseSentences.overByMorning.say)
}
