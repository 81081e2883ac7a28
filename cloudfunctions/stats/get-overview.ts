import type { ParticipationKind } from '@/contracts/common'
import { getOverview as contract, MOST_CHILDREN, type Slice } from '@/contracts/stats'
import { childCodes, createFamily, evaluateAll, liveCodes, rangesOf, slicedRoster, stoodOn } from '@/domain/metrics'
import type { Ranges } from '@/domain/participation'
import { canSeeFigures } from '@/domain/people'
import { dayOf, daysBetween, earlierDay, type Period, periodBefore } from '@/domain/time'
import { orgNode, trailOfFigures } from '../_data/org-node'
import { organisationWithTrail } from '../_data/organisations'
import { loadParticipation, type Participation } from '../_data/participation'
import { implement } from '../_kit/action'
import { figuresBefore } from './figures-before'
import { trendOf, unitOf } from './trend'

export const getOverview = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationWithTrail(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canSeeFigures(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, found, refuse }) {
    const { orgId, from, to, slice } = input
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const today = dayOf(now)
    const before = comparedWith({ from, to }, today)
    const loaded = await loadParticipation(orgId, before?.from ?? from, to)
    const node = loaded.tree.byId.get(orgId) ?? refuse('NOT_FOUND')
    const { index, roster } = loaded
    const { own, children } = createFamily({ index, roster, from, to, slice, today }, node)
    const lastDay = earlierDay(to, today)
    const sliced = slicedRoster(roster, slice, lastDay)
    const trendUnit = unitOf(input)
    const shown = node.children.slice(0, MOST_CHILDREN)

    return {
      org: orgNode(node),
      trail: trailOfFigures(caller, org.trail),
      from,
      to,
      asOf: now,
      // how large the organisation is, whatever the slice
      counts: {
        committees: node.committees,
        branches: node.branches.filter((branch) => stoodOn(branch, lastDay)).length,
        members: sliced.roster.members.countIn(node.ranges),
        mobile: sliced.roster.mobile.countIn(node.ranges),
      },
      figures: evaluateAll(liveCodes, own),
      missing: missingOf(loaded, sliced, rangesOf(node, slice), { from, to }),
      before: before && figuresBefore(loaded, node, { ...before, slice, trendUnit, today }),
      children: shown.map((child, i) => {
        const context = children[i] ?? refuse('INTERNAL')
        return { org: orgNode(child), members: context.members(), figures: evaluateAll(childCodes, context) }
      }),
      childrenLeft: node.children.length - shown.length,
      trendUnit,
      trend: trendOf(index, rangesOf(node, slice), { from, to, ...queryOf(slice), among: sliced.among }, trendUnit),
    }
  },
})

const queryOf = (slice: Slice) => ({ mobileOnly: slice.mobile ?? false })

const LONGEST_COMPARED = 366

/** The period before as much of a period as is over; null for one that lies ahead, or is longer than a year: before it little was recorded. */
function comparedWith({ from, to }: Period, today: string): Period | null {
  if (from > today || daysBetween(from, to) >= LONGEST_COMPARED) return null
  return periodBefore({ from, to: earlierDay(to, today) })
}

/** How many have not taken part, of each kind, and how many of them are mobile members. */
function missingOf(
  { index }: Participation,
  { present, roster }: ReturnType<typeof slicedRoster>,
  ranges: Ranges,
  period: Period,
) {
  const mobile = present.and(roster.mobile)
  const count = (kind: ParticipationKind) => {
    const of = (set: typeof present) =>
      set.countIn(ranges) - (index.participated({ kind, ...period }, set, [ranges])[0] ?? 0)
    return { missing: of(present), mobile: of(mobile) }
  }
  return { quiz: count('quiz'), lesson: count('lesson'), themeday: count('themeday') }
}
