import type { PeriodKey } from '@/contracts/register'
import type { Submission } from '@/domain/register/entry'
import type { IndicatorRecord } from '@/domain/register/indicator'

/** An indicator of the register that somebody defined, or changed; `_id` is its code. */
export interface IndicatorDoc extends Omit<IndicatorRecord, 'code'> {
  _id: string
}

/** What an organisation reported for one indicator and period; `_id` is `<indicator>.<organisation>.<period>`. */
export interface RegisterEntryDoc {
  _id: string
  code: string
  orgId: string
  /** Ids from the top of the tree down to the organisation. */
  path: string[]
  period: PeriodKey
  /** The last day of the period. */
  periodEnd: string
  /** Rises with every change: whoever writes says which one they saw. */
  revision: number
  /** Of the last submission. */
  state: 'submitted' | 'accepted' | 'returned'
  /** The value that stands, in the smallest unit, and which submission it is: a correction leaves it until the correction is accepted. null: none yet. */
  accepted: { value: number; n: number } | null
  /** Of the last submission, what lists show: value in the smallest unit, day, whether it is ten times what stood before or a tenth, and when it came (epoch ms). */
  last: { value: number; asOfDay: string; jump: boolean; at: number }
  /** Everything that was submitted, in order; the first is number 1. */
  submissions: Submission[]
}
