import { caseSentences } from '@/contracts/errors'
import { builtInIndicator, type Defined, type IndicatorRecord } from '@/domain/register'
import { writeAudit } from '../_data/audit'
import type { IndicatorDoc } from '../_data/documents'
import { findIndicator, indicatorOf, writeIndicator } from '../_data/indicators'
import { refuse } from '../_kit/refusal'

interface Change {
  readonly code: string
  /** As it was read; undefined: it is not stored. */
  readonly stored: IndicatorDoc | undefined
  /** The rule, on the indicator as it is; null: the code has no meaning yet. */
  readonly decide: (present: IndicatorRecord | null) => Defined
  /** Who, and for which line of the audit log. */
  readonly actor: string
  readonly action: string
  readonly now: number
  readonly requestId: string
  /** Before it is written; may refuse. */
  readonly check?: () => Promise<void>
}

/** Changes an indicator by a rule, or finds that it is so already. Two requests; three when somebody was faster. Throws the rule's refusals. */
export async function keepIndicator(change: Change): Promise<IndicatorRecord> {
  const { code, stored, actor, action, now, requestId } = change
  const first = decided(change, stored ? indicatorOf(stored) : builtInIndicator(code))
  if (first.kind === 'again') return first.indicator
  await change.check?.()
  // before the change: one that stands without its line could not be traced
  await writeAudit({ _id: `${requestId}.${action}`, actor, action, object: code, at: now, requestId })
  if (await writeIndicator(first.indicator, stored?.revision ?? 0)) return first.indicator
  // somebody was faster: the same call sent twice, or another one, which this one has not seen
  const second = decided(change, (await findIndicator(code)) ?? refuse('BUSY'))
  return second.kind === 'again' ? second.indicator : refuse('BUSY')
}

function decided({ decide }: Change, present: IndicatorRecord | null) {
  const result = decide(present)
  if (result.kind !== 'refused') return result
  const { why } = result
  return refuse(why, undefined, why === 'CHANGED_MEANWHILE' ? caseSentences.indicatorChanged.say : undefined)
}
