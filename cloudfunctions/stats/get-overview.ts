import type { OutputOf } from '@/contracts/action'
import type { ParticipationKind } from '@/contracts/common'
import { getOverview as contract, type Slice } from '@/contracts/stats'
import { createFamily, evaluateAll, liveCodes, rangesOf, slicedRoster, stoodOn } from '@/domain/metrics'
import type { OrgNode, ParticipationIndex, Query, Ranges } from '@/domain/participation'
import { canSeeFigures } from '@/domain/people'
import { dayOf, daysBetween, earlierDay, monthsOf, type Period, periodOfMonth, weeksOf } from '@/domain/time'
import { organisationWithTrail } from '../_data/organisations'
import { loadParticipation } from '../_data/participation'
import { implement } from '../_kit/action'
import { orgNode } from './org-node'

export const getOverview = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationWithTrail(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canSeeFigures(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, found, refuse }) {
    const { orgId, from, to, slice } = input
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const { tree, index, roster } = await loadParticipation(orgId, from, to)
    const node = tree.byId.get(orgId) ?? refuse('NOT_FOUND')
    const today = dayOf(now)
    const { own, children } = createFamily({ index, roster, from, to, slice, today }, node)
    const lastDay = earlierDay(to, today)
    const { roster: end, among } = slicedRoster(roster, slice, lastDay)
    const trendUnit = unitOf(input)

    return {
      org: orgNode(node),
      trail: org.trail
        .filter(({ path }) => canSeeFigures(caller, path))
        .sort((a, b) => a.path.length - b.path.length)
        .map(orgNode),
      from,
      to,
      asOf: now,
      // how large the organisation is, whatever the slice
      counts: {
        committees: node.committees,
        branches: node.branches.filter((branch) => stoodOn(branch, lastDay)).length,
        members: end.members.countIn(node.ranges),
        mobile: end.mobile.countIn(node.ranges),
      },
      figures: evaluateAll(liveCodes, own),
      children: children.map((context, i) => ({
        org: orgNode(node.children[i] as OrgNode),
        members: context.members(),
        figures: evaluateAll(liveCodes, context),
      })),
      trendUnit,
      trend: trendOf(index, rangesOf(node, slice), { from, to, ...queryOf(slice), among }, trendUnit),
    }
  },
})

/** A quarter. */
const LONGEST_IN_WEEKS = 92
const unitOf = ({ from, to }: Period): 'week' | 'month' => (daysBetween(from, to) > LONGEST_IN_WEEKS ? 'month' : 'week')

const queryOf = (slice: Slice) => ({ mobileOnly: slice.mobile ?? false })

type Trend = OutputOf<typeof contract>['trend']

const monthsIn = ({ from, to }: Period): Period[] =>
  monthsOf(from, to).map((month) => {
    const whole = periodOfMonth(month)
    return { from: whole.from < from ? from : whole.from, to: whole.to > to ? to : whole.to }
  })

function trendOf(index: ParticipationIndex, ranges: Ranges, query: Omit<Query, 'kind'>, unit: 'week' | 'month'): Trend {
  const periods = unit === 'week' ? weeksOf(query.from, query.to) : monthsIn(query)
  const counts = (kind: ParticipationKind) =>
    index.trend({ kind, ...query }, periods, ranges).map(({ people, times }) => ({ people, times }))
  const [quiz, lesson, themeday] = [counts('quiz'), counts('lesson'), counts('themeday')]
  const nothing = { people: 0, times: 0 }
  return periods.map(({ from, to }, i) => ({
    from,
    to,
    quiz: quiz[i] ?? nothing,
    lesson: lesson[i] ?? nothing,
    themeday: themeday[i] ?? nothing,
  }))
}
