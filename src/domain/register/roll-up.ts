import type { PeriodKey } from '@/contracts/register'
import type { Figure } from '@/contracts/stats'
import type { OrgNode } from '../participation/org-tree'
import type { Period } from '../time'
import { type Scaled, toNumber } from './decimal'
import { type Above, dueReporters } from './due'
import { currentKey, decidingDay, type IndicatorRecord, isReported, versionOn } from './indicator'
import { periodsEndingIn } from './periods'

/** The accepted value of an organisation for a period of one indicator; null: none is accepted. */
export type AcceptedValue = (orgId: string, key: PeriodKey) => Scaled | null

/** What organisations reported, put together. */
export interface RollUp {
  /** Which periods it is of. */
  readonly keys: readonly PeriodKey[]
  /** Organisations that should report at least one of them; and those of them of which everything is accepted. */
  readonly due: readonly OrgNode[]
  readonly reported: readonly OrgNode[]
  /** The sum of what is accepted, whether or not all of it is there. */
  readonly sum: Scaled
}

/**
 * The periods of which a figure over some days is made: all that end in them, or of a state of things the last one that is over at their end (which may have
 * ended before them).
 */
export function keysOf(indicator: IndicatorRecord, span: Period): PeriodKey[] {
  const { kind, cycle } = indicator
  if (span.from > span.to) return []
  if (kind === 'sum' && cycle !== 'once')
    return periodsEndingIn(cycle, span).filter((key) => isReported(indicator, key))
  const key = currentKey(indicator, span.to)
  return key === null ? [] : [key]
}

/** An indicator of an organisation over some days: organisations and periods are added up, each pair once. */
export function rollUp(
  indicator: IndicatorRecord,
  node: OrgNode,
  above: readonly Above[],
  span: Period,
  accepted: AcceptedValue,
): RollUp {
  const keys = keysOf(indicator, span)
  const due = new Map<string, OrgNode>()
  const behind = new Set<string>()
  let sum = 0
  for (const key of keys) {
    const day = decidingDay(key, span.to)
    const { reporters } = versionOn(indicator, day)
    for (const one of dueReporters(node, { reporters, scope: indicator.orgId, day }, above)) {
      due.set(one.id, one)
      const value = accepted(one.id, key)
      if (value === null) behind.add(one.id)
      else sum += value
    }
  }
  const all = [...due.values()]
  return { keys, due: all, reported: all.filter(({ id }) => !behind.has(id)), sum }
}

/** The roll-up as a figure: a number only when everyone who is due has an accepted value; with nobody due there is nothing to say. */
export function figureOf({ code, decimals }: IndicatorRecord, { due, reported, sum }: RollUp): Figure {
  const counts = { reported: reported.length, due: due.length }
  if (due.length === 0) return { code, value: null, state: 'notDue', ...counts }
  if (reported.length < due.length) return { code, value: null, state: 'incomplete', ...counts }
  return { code, value: toNumber(sum, decimals), state: 'ok', ...counts }
}
