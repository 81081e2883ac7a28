import { recordPhone as contract } from '@/contracts/identity'
import { canInvite, canonicalPhone } from '@/domain/people'
import { personWithOrgs } from '../_data/people'
import { forgetPhone, keepPhone } from '../_data/phones'
import { implement } from '../_kit/action'

/** For those who may invite the person: whoever notes a number decides, as by an invitation, who can bind as that person. */
export const recordPhone = implement(contract, {
  alongside: ({ personId }) => ({ person: personWithOrgs(personId) }),
  allow({ caller, found, refuse }) {
    const { org, roleOrgs } = found.person[0] ?? refuse('NOT_FOUND')
    return canInvite(
      caller,
      [...org, ...roleOrgs].map(({ path }) => path),
    )
  },
  async handle({ input: { personId, phone }, refuse }) {
    if (phone === null) await forgetPhone(personId)
    else await keepPhone(personId, canonicalPhone(phone) ?? refuse('PHONE_INVALID'))
    return { known: phone !== null }
  },
})
