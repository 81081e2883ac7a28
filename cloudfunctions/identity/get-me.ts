import { getMe as contract } from '@/contracts/identity'
import type { OrganisationDoc } from '../_data/documents'
import { implement } from '../_kit/action'

const orgRef = ({ _id, name, kind }: OrganisationDoc) => ({ id: _id, name, kind })

/** Everyone may know what the system knows about who they are. */
export const getMe = implement(contract, {
  allow: () => true,
  async handle({ caller: { person, org, roleOrgs } }) {
    const roles = person.roles.flatMap(({ role, orgId }) =>
      roleOrgs.filter(({ _id }) => _id === orgId).map((roleOrg) => ({ role, org: orgRef(roleOrg) })),
    )
    return { person: { id: person._id, name: person.name, mobile: person.mobile }, org: orgRef(org), roles }
  },
})
