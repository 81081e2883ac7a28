import type { Cycle, FoldKind, Indicator, PeriodKey, Reporters } from '@/contracts/register'
import { daysOf, isOfCycle, isOver, lastOver } from './periods'

/** What may change of an indicator; a version is in force from its day on, until the next one's. */
export interface IndicatorVersion {
  readonly from: string
  readonly name: string
  readonly definition: string
  readonly reporters: Reporters
}

/** An indicator with everything that it ever was. */
export interface IndicatorRecord {
  readonly code: string
  readonly unit: string
  readonly kind: FoldKind
  readonly decimals: number
  readonly cycle: Cycle
  readonly negative: boolean
  /** In whose subtree it is reported; null: in the whole county's, as the built-in ones. */
  readonly orgId: string | null
  /** Ids from the top of the tree down to that organisation; none: the whole county. */
  readonly path: readonly string[]
  /** Periods that end before this day are not reported. */
  readonly from: string
  readonly until: string | null
  /** In the order of their days; at least one. The first is in force before its day too. */
  readonly versions: readonly IndicatorVersion[]
  /** 0: as it was built in. */
  readonly revision: number
}

/** The version in force on a day. */
export function versionOn({ versions }: Pick<IndicatorRecord, 'versions'>, day: string): IndicatorVersion {
  const [first] = versions
  if (!first) throw new RangeError('an indicator without a version')
  let found = first
  for (const version of versions) if (version.from <= day) found = version
  return found
}

/** Whether a period is one that is reported. Whoever ends an indicator says by the last day which one is the last. */
export function isReported(indicator: Pick<IndicatorRecord, 'cycle' | 'from' | 'until'>, key: PeriodKey): boolean {
  if (!isOfCycle(key, indicator.cycle)) return false
  if (key === 'once') return true
  const { to } = daysOf(key)
  return to >= indicator.from && (indicator.until === null || to <= indicator.until)
}

/** The day by which is decided who reports a period, and by which definition: its last; for what is reported once, the day of asking. */
export const decidingDay = (key: PeriodKey, asOf: string): string => (key === 'once' ? asOf : daysOf(key).to)

/** The last period that is over at the end of a day, when it is one that is reported; null: there is none. */
export function currentKey(
  indicator: Pick<IndicatorRecord, 'cycle' | 'from' | 'until'>,
  day: string,
): PeriodKey | null {
  const { cycle, from, until } = indicator
  if (cycle === 'once') return from <= day && (until === null || until >= day) ? 'once' : null
  const key = lastOver(cycle, day)
  return isReported(indicator, key) ? key : null
}

/** Whether something of it is reported for an organisation: it is the county's, or its organisation lies above or below that one. */
export const concerns = (
  { orgId, path }: Pick<IndicatorRecord, 'orgId' | 'path'>,
  org: { id: string; path: readonly string[] },
) => orgId === null || org.path.includes(orgId) || path.includes(org.id)

/**
 * From when a period may be reported: what is added up, when it is over; what is a state of things, as soon as it has begun; once, at any time since the
 * indicator began.
 */
export function opensOn({ kind, from }: Pick<IndicatorRecord, 'kind' | 'from'>, key: PeriodKey): string {
  if (key === 'once') return from
  const days = daysOf(key)
  return kind === 'sum' ? days.to : days.from
}

/** How many days after the end of its period a figure is expected. */
export const DAYS_TO_REPORT = 10

/** Whether what is not reported yet is late on a day. */
export const isOverdue = (indicator: Pick<IndicatorRecord, 'from'>, key: PeriodKey, today: string): boolean => {
  const since = key === 'once' ? indicator.from : daysOf(key).to
  return isOver(key, today) && Date.parse(today) - Date.parse(since) > DAYS_TO_REPORT * 86_400_000
}

/** How it stands on a day, for whoever looks at it. */
export const shownIndicator = (
  { versions, path: _path, ...indicator }: IndicatorRecord,
  day: string,
  topOrgId: string,
  builtIn: boolean,
): Indicator => {
  const { name, definition, reporters } = versionOn({ versions }, day)
  return { ...indicator, orgId: indicator.orgId ?? topOrgId, name, definition, reporters, builtIn }
}
