import { buildTree, type OrgTree } from '@/domain/participation/org-tree'
import { addDays } from '@/domain/time/day'
import type { OrganisationDoc } from '../../cloudfunctions/_data/documents'
import { type BranchPlan, type GroupPlan, isBranch } from './branches'

function kindOf(plan: BranchPlan | GroupPlan, depth: number): OrganisationDoc['kind'] {
  if (isBranch(plan)) return 'branch'
  if (depth === 0) return 'county'
  return depth === 1 ? 'committee' : 'generalBranch'
}

/** The organisations in the order of a depth-first walk, without seats: those are dealt when the members are known. */
export function planOrganisations(
  tree: GroupPlan,
  today: string,
): { organisations: OrganisationDoc[]; branches: BranchPlan[] } {
  const organisations: OrganisationDoc[] = []
  const branches: BranchPlan[] = []
  const visit = (plan: BranchPlan | GroupPlan, above: readonly string[]): void => {
    const path = [...above, plan.id]
    organisations.push({
      _id: plan.id,
      name: plan.name,
      kind: kindOf(plan, above.length),
      category: isBranch(plan) ? plan.category : null,
      parentId: above[above.length - 1] ?? null,
      path,
      order: organisations.length,
      seats: [],
      dealt: 0,
      ...timesOf(plan, today),
    })
    if (isBranch(plan)) branches.push(plan)
    else for (const child of plan.children) visit(child, path)
  }
  visit(tree, [])
  return { organisations, branches }
}

/** When it began and ended, and who went on in its place. */
function timesOf(plan: BranchPlan | GroupPlan, today: string) {
  const { foundedDaysAgo, merged } = (isBranch(plan) && plan.events) || {}
  return {
    foundedOn: foundedDaysAgo === undefined ? null : addDays(today, -foundedDaysAgo),
    endedOn: merged ? addDays(today, -merged.daysAgo) : null,
    successors: merged ? [merged.into] : [],
  }
}

export const treeOf = (organisations: readonly OrganisationDoc[]): OrgTree =>
  buildTree(organisations.map(({ _id, ...organisation }) => ({ id: _id, ...organisation })))
