import { buildTree, type OrgTree } from '@/domain/participation/org-tree'
import type { OrganisationDoc } from '../../cloudfunctions/_data/documents'
import { type BranchPlan, countyPlan, type GroupPlan } from './branches'

const isBranch = (plan: BranchPlan | GroupPlan): plan is BranchPlan => 'members' in plan

function kindOf(plan: BranchPlan | GroupPlan, depth: number): OrganisationDoc['kind'] {
  if (isBranch(plan)) return 'branch'
  if (depth === 0) return 'county'
  return depth === 1 ? 'committee' : 'generalBranch'
}

/** The organisations in the order of a depth-first walk, without seats: those are dealt when the members are known. */
export function planOrganisations(): { organisations: OrganisationDoc[]; branches: BranchPlan[] } {
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
      endedOn: null,
      successors: [],
    })
    if (isBranch(plan)) branches.push(plan)
    else for (const child of plan.children) visit(child, path)
  }
  visit(countyPlan, [])
  return { organisations, branches }
}

export const treeOf = (organisations: readonly OrganisationDoc[]): OrgTree =>
  buildTree(organisations.map(({ _id, ...organisation }) => ({ id: _id, ...organisation })))
