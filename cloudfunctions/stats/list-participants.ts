import { listParticipants as contract } from '@/contracts/opening'
import { rangesOf } from '@/domain/metrics'
import { canSeeNames } from '@/domain/people'
import { orgNode } from '../_data/org-node'
import { findBySeats } from '../_data/people'
import { implement } from '../_kit/action'
import { activityRows } from './activity-rows'
import { ofFigures } from './of-figures'
import { type OpenScope, openScope } from './open-scope'

const NAMES_A_PAGE = 100
const MOST_BRANCHES = 200

/** Counts for whoever may see the figures; names only for those responsible for the people. */
export const listParticipants = implement(contract, {
  ...ofFigures,
  async handle({ caller, input, now, found, refuse }) {
    const { kind, activityId, after, slice } = input
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const scope = (await openScope(input, now)) ?? refuse('NOT_FOUND')
    const { index, node, ranges } = scope
    const query = { ...scope.query, ...(activityId !== null && { activityId }) }
    const asked = { ...scope, query }
    const tallies = activityId === null ? [] : index.activityTallies(query, ranges)
    const { people, times } = index.counts(query, [ranges]).all
    const branches = node.branches.map((branch) => rangesOf({ ranges: branch.ranges, branches: [branch] }, slice))
    const perBranch = index.counts(query, branches).each
    return {
      org: orgNode(node),
      asOf: now,
      activity: (await activityRows(kind, tallies, scope.infos))[0] ?? null,
      people,
      times,
      mobilePeople: index.counts({ ...query, mobileOnly: true }, [ranges]).all.people,
      branches: node.branches
        .map((branch, i) => ({ org: orgNode(branch), people: perBranch[i]?.people ?? 0 }))
        .filter((branch) => branch.people > 0)
        .sort((a, b) => b.people - a.people)
        .slice(0, MOST_BRANCHES),
      ...(canSeeNames(caller, org.path) ? await namesOf(asked, after) : { rows: null, next: null }),
    }
  },
})

/** A page of names in the order of the tree, which is that of the seats; each person once, where they took part first in that order. */
async function namesOf({ index, tree, query, ranges }: OpenScope, after: number | null) {
  const seats = index.participants(query, ranges).filter((seat) => after === null || seat > after)
  const page = seats.slice(0, NAMES_A_PAGE)
  const away = new Set(index.participants({ ...query, mobileOnly: true }, ranges))
  const people = await findBySeats(page)
  return {
    rows: people.map(({ person: { _id: id, name }, seating: { seat, orgId } }) => ({
      id,
      name,
      orgName: tree.byId.get(orgId)?.name ?? '',
      mobile: away.has(seat),
      seat,
    })),
    next: seats.length > page.length ? (page[page.length - 1] ?? null) : null,
  }
}
