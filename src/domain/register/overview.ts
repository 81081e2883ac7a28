import type { PeriodKey } from '@/contracts/register'
import type { OrgNode } from '../participation/org-tree'
import type { Above } from './due'
import { currentKey, type IndicatorRecord } from './indicator'
import { reportersOf } from './tally'

/** An indicator with the period that is in question on a day, and who reports it. */
export interface Planned {
  readonly indicator: IndicatorRecord
  readonly key: PeriodKey
  readonly due: readonly OrgNode[]
}

/** What is reported for an organisation on a day: of each indicator the last period that is over, where anybody reports it. */
export const plannedOn = (
  indicators: readonly IndicatorRecord[],
  node: OrgNode,
  above: readonly Above[],
  day: string,
): Planned[] =>
  indicators.flatMap((indicator) => {
    const key = currentKey(indicator, day)
    const due = key === null ? [] : reportersOf(indicator, key, node, above, day)
    return key !== null && due.length > 0 ? [{ indicator, key, due }] : []
  })
