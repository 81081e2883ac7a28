import { getIndicator as contract } from '@/contracts/register-entries'
import type { OrgNode } from '@/domain/participation/org-tree'
import { canRemind, canSeeFigures } from '@/domain/people'
import {
  briefOf,
  currentKey,
  isLacking,
  isOfCycle,
  isOverdue,
  isReported,
  lastOver,
  opensOn,
  previous,
  reportersOf,
  tallyOf,
} from '@/domain/register'
import { dayOf } from '@/domain/time'
import { storedIndicator } from '../_data/indicators'
import { orgNode, trailOfFigures } from '../_data/org-node'
import { organisationWithTrail } from '../_data/organisations'
import { loadPlace } from '../_data/register-place'
import { entryStatuses } from '../_data/register-values'
import { implement } from '../_kit/action'
import { indicatorOf, shown } from './indicator-of'

/** A county has some 230 committees, a committee some 200 branches. */
const MOST_ROWS = 500
const PERIODS_BEFORE = 8

/** Three database requests where some 200 organisations report: caller with organisation and indicator · what lies below · how the entries stand. */
export const getIndicator = implement(contract, {
  alongside: ({ orgId, code }) => ({ org: organisationWithTrail(orgId), stored: storedIndicator(code) }),
  allow: ({ caller, found: { org }, refuse }) => canSeeFigures(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, found, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const indicator = indicatorOf(found.stored[0], input.code, org) ?? refuse('NOT_FOUND')
    const { code, cycle } = indicator
    const today = dayOf(now)
    const period = input.period ?? currentKey(indicator, today) ?? lastOver(cycle, today)
    if (!isOfCycle(period, cycle)) return refuse('NOT_FOUND')
    const { node, above } = await loadPlace(org)

    const before: string[] = []
    for (let key = lastOver(cycle, today); before.length < PERIODS_BEFORE && isReported(indicator, key); ) {
      before.unshift(key)
      if (cycle === 'once') break
      key = previous(cycle, key)
    }
    const reporters = (key: string) => reportersOf(indicator, key, node, above, today)
    const keys = [...new Set([...before, period])]
    const wanted = keys.map((key) => ({ code, keys: [key], reporters: reporters(key).length }))
    const statusOf = await entryStatuses(org._id, wanted)
    const tally = (list: readonly OrgNode[], key: string) =>
      tallyOf(
        indicator,
        list.map(({ id }) => statusOf(code, id, key)),
        isOverdue(indicator, key, today),
      )
    const brief = (one: OrgNode) => briefOf(indicator, period, one, statusOf(code, one.id, period), today)

    const due = reporters(period)
    const isDue = new Set(due.map(({ id }) => id))
    const children = node.children.flatMap((child) => {
      const below = reportersOf(indicator, period, child, [...above, node], today)
      const entry = isDue.has(child.id) ? brief(child) : null
      return below.length > 0 ? [{ org: orgNode(child), ...tally(below, period), entry }] : []
    })
    const missing = due
      .filter(({ id }) => isLacking(statusOf(code, id, period)))
      .map((one) => ({ org: one, entry: brief(one) }))
      .map(({ org, entry: { state, overdue } }) => ({ org: orgNode(org), state, overdue }))
    return {
      org: orgNode(org),
      trail: trailOfFigures(caller, org.trail),
      indicator: shown(indicator, today, org),
      period,
      asOf: now,
      total: tally(due, period),
      own: isDue.has(node.id) ? brief(node) : null,
      children: children.slice(0, MOST_ROWS),
      missing: missing.slice(0, MOST_ROWS),
      missingCount: missing.length,
      canRemind: canRemind(caller, org.path) && opensOn(indicator, period) <= today,
      periods: before.map((key) => ({ period: key, ...tally(reporters(key), key) })),
    }
  },
})
