import { listActivities as contract } from '@/contracts/opening'
import { orgNode } from '../_data/org-node'
import { implement } from '../_kit/action'
import { activityRows } from './activity-rows'
import { ofFigures } from './of-figures'
import { openScope } from './open-scope'

const A_PAGE = 50

/** Titles and counts, and nobody's name: for whoever may see the figures. */
export const listActivities = implement(contract, {
  ...ofFigures,
  async handle({ input, now, refuse }) {
    const { kind, after } = input
    const { index, node, ranges, query, infos } = (await openScope(input, now)) ?? refuse('NOT_FOUND')
    const meant = index
      .activityTallies(query, ranges)
      .sort((a, b) => (a.to === b.to ? (a.activityId < b.activityId ? -1 : 1) : a.to < b.to ? 1 : -1))
    const rest = after
      ? meant.filter(({ to, activityId }) => to < after.to || (to === after.to && activityId > after.id))
      : meant
    const page = rest.slice(0, A_PAGE)
    const last = page[page.length - 1]
    return {
      org: orgNode(node),
      asOf: now,
      total: meant.length,
      held: meant.filter(({ times }) => times > 0).length,
      times: meant.reduce((sum, { times }) => sum + times, 0),
      rows: await activityRows(kind, page, infos),
      next: last && rest.length > page.length ? { to: last.to, id: last.activityId } : null,
    }
  },
})
