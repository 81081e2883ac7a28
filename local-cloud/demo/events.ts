import type { BranchPlan, Course, GroupPlan } from './branches'
import { isBranch } from './branches'

/** Of the added committees: which gets better, which worse. */
const courses: Readonly<Record<number, Course>> = { 0: 'improving', 2: 'falling', 5: 'improving' }

const branchesIn = (plan: BranchPlan | GroupPlan): BranchPlan[] =>
  isBranch(plan) ? [plan] : plan.children.flatMap(branchesIn)

/**
 * What happens to branches in a year, by their places in the list, so that a larger county has more of each: some of the new trades do nothing for half a
 * year, some villages have not done anything for months, one in a hundred or so did nothing all year; some are founded; some go up in their neighbour.
 * Changes the plans in place. Those of branches.ts have none of it.
 */
export function letThingsHappen(
  county: GroupPlan,
  branches: readonly BranchPlan[],
  committees: readonly GroupPlan[],
): void {
  for (const [i, committee] of committees.entries()) {
    const course = courses[i % 10]
    if (course) for (const branch of branchesIn(committee)) branch.events = { ...branch.events, course }
  }
  const counts = new Map<string, number>()
  for (const branch of branches) {
    const kind = kindOf(branch)
    const n = counts.get(kind) ?? 0
    counts.set(kind, n + 1)
    branch.events = { ...branch.events, ...eventsOf(kind, n) }
  }
  for (const [i, committee] of committees.entries()) if (i % 4 === 0) merge(committee)
  if (committees.length === 0) throw new Error(`${county.id} has no committees to which anything could happen`)
}

type Kind = 'trade' | 'village' | 'works' | 'other'

function kindOf({ category }: BranchPlan): Kind {
  if (category === 'newOrganisation' || category === 'privateEnterprise') return 'trade'
  if (category === 'village') return 'village'
  return category === 'stateEnterprise' ? 'works' : 'other'
}

/** Of the n-th of its kind. */
function eventsOf(kind: Kind, n: number): BranchPlan['events'] {
  if (kind === 'trade') {
    if (n % 8 === 3) return { idle: { from: 8, to: 3 } }
    if (n % 16 === 6) return { idle: { from: 99, to: 0 } }
    if (n % 16 === 9) return { foundedDaysAgo: 140 }
  }
  if (kind === 'village') {
    if (n % 32 === 10) return { idle: { from: 4, to: 0 } }
    if (n % 32 === 21) return { idle: { from: 2, to: 0 } }
  }
  if (kind === 'works' && n % 16 === 7) return { foundedDaysAgo: 235 }
  return {}
}

/** A village had two branches until five months ago, when the second went up in the first: one more than the plan counts. */
function merge(committee: GroupPlan): void {
  const at = committee.children.findIndex(
    (child) => isBranch(child) && kindOf(child) === 'village' && !child.events?.idle && child.members >= 12,
  )
  const into = committee.children[at]
  if (!into || !isBranch(into)) return
  const half = Math.floor(into.members / 2)
  const merged: BranchPlan = {
    id: `${into.id}-second`,
    name: into.name.replace('村党支部', '村第二党支部'),
    category: into.category,
    members: half,
    events: { ...into.events, merged: { into: into.id, daysAgo: 150 } },
  }
  into.members -= half
  committee.children.splice(at + 1, 0, merged)
}
