import type { OrgNode } from '@/contracts/stats'

/** An organisation as the figures name it; works for a stored one and for a node of the tree. */
export const orgNode = (org: Omit<OrgNode, 'id'> & ({ id: string } | { _id: string })): OrgNode => ({
  id: 'id' in org ? org.id : org._id,
  name: org.name,
  kind: org.kind,
  category: org.category,
})
