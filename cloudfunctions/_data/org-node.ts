import type { OrgNode } from '@/contracts/stats'
import { type Caller, canSeeFigures } from '@/domain/people'

/** An organisation as figures name it; works for a stored one and for a node of the tree. */
export const orgNode = (org: Omit<OrgNode, 'id'> & ({ id: string } | { _id: string })): OrgNode => ({
  id: 'id' in org ? org.id : org._id,
  name: org.name,
  kind: org.kind,
  category: org.category,
})

type Above = Parameters<typeof orgNode>[0] & { readonly path: readonly string[] }

/** From the top organisation whose figures the caller may see down to the one in question. @param trail those above and itself, in any order */
export const trailOfFigures = (caller: Caller, trail: readonly Above[]): OrgNode[] =>
  trail
    .filter(({ path }) => canSeeFigures(caller, path))
    .sort((a, b) => a.path.length - b.path.length)
    .map(orgNode)
