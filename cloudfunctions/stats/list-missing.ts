import { listMissing as contract } from '@/contracts/stats'
import type { Bitmap, OrgNode, OrgTree } from '@/domain/participation'
import { canRemind, canSeeNames } from '@/domain/people'
import { orgNode } from '../_data/org-node'
import { findBySeats } from '../_data/people'
import { implement } from '../_kit/action'
import { ofFigures } from './of-figures'
import { openScope } from './open-scope'

const NAMES_A_PAGE = 100
const MOST_BRANCHES = 200

/** Counts for whoever may see the figures; names only for those responsible for the people. */
export const listMissing = implement(contract, {
  ...ofFigures,
  async handle({ caller, input, now, found, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const { tree, node, index, ranges, query, people } = (await openScope(input, now)) ?? refuse('NOT_FOUND')
    const { present, roster: end } = people
    // whoever took part in any capacity has: as a mobile member or not
    const missing = index.missing({ ...query, mobileOnly: false }, present, ranges)
    const page = canSeeNames(caller, org.path)
      ? await namesOf(missing, end.mobile, input.after, tree)
      : { people: null, next: null }

    return {
      org: orgNode(node),
      asOf: now,
      members: present.countIn(ranges),
      missing: missing.size,
      missingMobile: missing.and(end.mobile).size,
      branches: branchesOf(node, present, missing),
      canRemind: canRemind(caller, org.path),
      ...page,
    }
  },
})

const branchesOf = (node: OrgNode, members: Bitmap, missing: Bitmap) =>
  node.branches
    .map((branch) => ({
      org: orgNode(branch),
      members: members.countIn(branch.ranges),
      missing: missing.countIn(branch.ranges),
    }))
    .filter((branch) => branch.missing > 0)
    .sort((a, b) => b.missing - a.missing)
    .slice(0, MOST_BRANCHES)

/** A page of names in the order of the tree, which is that of the seats. */
async function namesOf(missing: Bitmap, mobile: Bitmap, after: number | undefined, tree: OrgTree) {
  const seats = missing.toArray().filter((seat) => after === undefined || seat > after)
  const page = seats.slice(0, NAMES_A_PAGE)
  const people = await findBySeats(page)
  return {
    // by the seats of the roster's day: someone may have been transferred since, or have come home
    people: people.map(({ person: { _id: id, name }, seating }) => ({
      id,
      name,
      orgName: tree.byId.get(seating.orgId)?.name ?? '',
      mobile: mobile.has(seating.seat),
    })),
    next: seats.length > page.length ? (page[page.length - 1] ?? null) : null,
  }
}
