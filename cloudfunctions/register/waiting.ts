import type { Waiting } from '@/contracts/register-entries'
import type { OrgNode } from '@/domain/participation/org-tree'
import { canJudgeFigure } from '@/domain/people'
import { briefOf, type EntryStatus, type IndicatorRecord, type Planned, versionOn } from '@/domain/register'
import type { Caller } from '../_data/callers'
import type { OpenEntry } from '../_data/register-entries'
import type { Stored } from '../_data/register-values'

/** Who looks at which organisation's register. */
interface Desk {
  readonly caller: Caller
  readonly today: string
  readonly indicators: readonly IndicatorRecord[]
  readonly node: OrgNode
}

const waiting = (
  indicator: IndicatorRecord,
  period: string,
  org: Pick<OrgNode, 'id' | 'name'>,
  status: EntryStatus | null,
  today: string,
): Waiting => ({
  code: indicator.code,
  name: versionOn(indicator, today).name,
  unit: indicator.unit,
  entry: briefOf(indicator, period, org, status, today),
})

const statusOf = ({ state, last, accepted }: OpenEntry): EntryStatus => ({
  state,
  accepted: accepted?.value ?? null,
  ...{ value: last.value, asOfDay: last.asOfDay, jump: last.jump },
})

/** Entries as what waits, where indicator and organisation are still known. */
function shownOpen({ indicators, node, today }: Desk, entries: readonly OpenEntry[]): Waiting[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]))
  const names = new Map<string, OrgNode>()
  const visit = (one: OrgNode): void => {
    names.set(one.id, one)
    one.children.forEach(visit)
  }
  visit(node)
  return entries.flatMap((entry) => {
    const indicator = byCode.get(entry.code)
    const org = names.get(entry.orgId)
    return indicator && org ? [waiting(indicator, entry.period, org, statusOf(entry), today)] : []
  })
}

/** What the caller may judge, in the order in which it came. */
export const judgedByCaller = (desk: Desk, submitted: readonly OpenEntry[]): Waiting[] =>
  shownOpen(
    desk,
    submitted.filter(({ path }) => canJudgeFigure(desk.caller, path)),
  )

/** The organisations whose own secretary or organiser somebody is: they report for these. */
export const ownDesks = ({ roles }: Pick<Caller, 'roles'>): string[] =>
  roles.flatMap(({ role, orgId }) => (role === 'secretary' || role === 'organiser' ? [orgId] : []))

/**
 * What the caller should report for their own organisations (`ownDesks`): what was returned, whatever its period; then what is not there
 * yet of the period in question, late ones first.
 */
export function reportedByCaller(
  desk: Desk,
  planned: readonly Planned[],
  stored: Stored<EntryStatus>,
  returned: readonly OpenEntry[],
): Waiting[] {
  const own = ownDesks(desk.caller)
  const isOwn = (orgId: string) => own.includes(orgId)
  const back = shownOpen(desk, returned)
  const missing = planned.flatMap(({ indicator, key, due }) =>
    due
      .filter(({ id }) => isOwn(id) && stored(indicator.code, id, key) === null)
      .map((org) => waiting(indicator, key, org, null, desk.today)),
  )
  return [...back, ...missing.filter(({ entry }) => entry.overdue), ...missing.filter(({ entry }) => !entry.overdue)]
}
