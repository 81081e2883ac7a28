import type { OrgNode } from '@/contracts/stats'
import type { OrganisationDoc } from '../_data/documents'

type Named = Pick<OrganisationDoc, 'name' | 'kind' | 'category'> & ({ id: string } | { _id: string })

/** An organisation as the register names it; works for a stored one and for a node of the tree. */
export const orgNode = (org: Named): OrgNode => ({
  id: 'id' in org ? org.id : org._id,
  name: org.name,
  kind: org.kind,
  category: org.category,
})
