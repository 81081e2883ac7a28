import type { OutputOf } from '@/contracts/action'
import type { ParticipationKind } from '@/contracts/common'
import { getOverview as contract } from '@/contracts/stats'
import { createFamily, evaluateAll, liveCodes } from '@/domain/metrics'
import type { OrgNode, ParticipationIndex } from '@/domain/participation'
import { canSeeFigures } from '@/domain/people'
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
    const { own, children } = createFamily({ index, roster, from, to, slice }, node)

    return {
      org: orgNode(node),
      trail: org.trail
        .filter(({ path }) => canSeeFigures(caller, path))
        .sort((a, b) => a.path.length - b.path.length)
        .map(orgNode),
      from,
      to,
      asOf: now,
      counts: {
        committees: node.committees,
        branches: node.branches.length,
        members: roster.members.countIn(node.ranges),
        mobile: roster.mobile.countIn(node.ranges),
      },
      figures: evaluateAll(liveCodes, own),
      children: children.map((context, i) => ({
        org: orgNode(node.children[i] as OrgNode),
        members: context.members(),
        figures: evaluateAll(liveCodes, context),
      })),
      trend: trendOf(index, node, { from, to, mobileOnly: slice === 'mobile' }),
    }
  },
})

type Trend = OutputOf<typeof contract>['trend']

function trendOf(
  index: ParticipationIndex,
  { ranges }: OrgNode,
  query: { from: string; to: string; mobileOnly: boolean },
): Trend {
  const weekly = (kind: ParticipationKind) => index.weekly({ kind, ...query }, ranges)
  const [quiz, lesson, themeday] = [weekly('quiz'), weekly('lesson'), weekly('themeday')]
  const nothing = { people: 0, times: 0 }
  const counts = (week: { people: number; times: number } = nothing) => ({ people: week.people, times: week.times })
  return quiz.map((week, i) => ({
    from: week.from,
    to: week.to,
    quiz: counts(week),
    lesson: counts(lesson[i]),
    themeday: counts(themeday[i]),
  }))
}
