import type { PeriodKey } from '@/contracts/register'
import type { EntryBrief, Tally } from '@/contracts/register-entries'
import type { OrgNode } from '../participation/org-tree'
import { decimalText, type Scaled } from './decimal'
import { type Above, dueReporters } from './due'
import { decidingDay, type IndicatorRecord, isOverdue, isReported, versionOn } from './indicator'

/** How an entry stands, without its history. */
export interface EntryStatus {
  readonly state: 'submitted' | 'accepted' | 'returned'
  /** What was submitted last, in the smallest unit. */
  readonly value: Scaled
  readonly asOfDay: string
  readonly jump: boolean
  /** What stands; null: nothing does. */
  readonly accepted: Scaled | null
}

/** Whether it is still to be reported: nothing was submitted, or it was returned and nothing else stands. A correction that was returned leaves what stands. */
export const isLacking = (
  status: { readonly state: EntryStatus['state']; readonly accepted: unknown } | null,
): boolean => status === null || (status.state === 'returned' && status.accepted === null)

/** Of an organisation for the period in question; null: nothing was submitted. */
export type StatusOf = (orgId: string) => EntryStatus | null

/** Who reports a period of an indicator, of an organisation and everything below it. */
export function reportersOf(
  indicator: IndicatorRecord,
  key: PeriodKey,
  node: OrgNode,
  above: readonly Above[],
  today: string,
): OrgNode[] {
  if (!isReported(indicator, key)) return []
  // what is reported once and was ended has no last period that could still be reported
  if (key === 'once' && indicator.until !== null && indicator.until < today) return []
  const day = decidingDay(key, today)
  const { reporters } = versionOn(indicator, day)
  return dueReporters(node, { reporters, scope: indicator.orgId, day }, above)
}

/** An entry in short, or that there is none. */
export function briefOf(
  indicator: IndicatorRecord,
  period: PeriodKey,
  org: Pick<OrgNode, 'id' | 'name'>,
  status: EntryStatus | null,
  today: string,
): EntryBrief {
  const text = (value: Scaled | null) => (value === null ? null : decimalText(value, indicator.decimals))
  return {
    orgId: org.id,
    orgName: org.name,
    period,
    state: status?.state ?? 'missing',
    value: text(status?.value ?? null),
    standing: text(status?.accepted ?? null),
    asOfDay: status?.asOfDay ?? null,
    jump: status?.jump ?? false,
    overdue: isLacking(status) && isOverdue(indicator, period, today),
  }
}

/** How many of some entries are there, and what those that stand come to. */
export function tallyOf(
  { decimals }: Pick<IndicatorRecord, 'decimals'>,
  statuses: readonly (EntryStatus | null)[],
  late: boolean,
): Tally {
  const stands = statuses.filter((one) => one !== null && one.accepted !== null)
  const waits = statuses.filter((one) => one !== null && one.accepted === null && one.state === 'submitted')
  const lacking = statuses.length - stands.length - waits.length
  return {
    due: statuses.length,
    reported: stands.length,
    waiting: waits.length,
    overdue: late ? lacking : 0,
    sum: decimalText(
      stands.reduce((sum, one) => sum + (one?.accepted ?? 0), 0),
      decimals,
    ),
  }
}
