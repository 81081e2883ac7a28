import type { Me } from '@/contracts/identity'
import type { Caller } from '../_data/callers'
import type { OrganisationDoc } from '../_data/documents'

export const orgRef = ({ _id, name, kind }: OrganisationDoc) => ({ id: _id, name, kind })

/** A caller as they are told who they are. */
export function meOf({ person, org, roleOrgs }: Caller): Me {
  const roles = person.roles.flatMap(({ role, orgId }) =>
    roleOrgs.filter(({ _id }) => _id === orgId).map((roleOrg) => ({ role, org: orgRef(roleOrg) })),
  )
  return { person: { id: person._id, name: person.name, mobile: person.mobile }, org: orgRef(org), roles }
}
