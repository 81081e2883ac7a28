import { recordPhone as contract } from '@/contracts/identity'
import { canInvite, canonicalPhone } from '@/domain/people'
import { writeAudit } from '../_data/audit'
import { personWithOrgs } from '../_data/people'
import { forgetPhone, keepPhone } from '../_data/phones'
import { implement } from '../_kit/action'

/** For those who may invite the person: whoever notes a number decides, as by an invitation, who can bind as that person: who it was goes to the audit log. */
export const recordPhone = implement(contract, {
  alongside: ({ personId }) => ({ person: personWithOrgs(personId) }),
  allow({ caller, found, refuse }) {
    const { org, roleOrgs } = found.person[0] ?? refuse('NOT_FOUND')
    return canInvite(
      caller,
      [...org, ...roleOrgs].map(({ path }) => path),
    )
  },
  async handle({ caller, input: { personId, phone }, now, requestId, refuse }) {
    if (phone === null) await forgetPhone(personId)
    else await keepPhone(personId, canonicalPhone(phone) ?? refuse('PHONE_INVALID'))
    const action = phone === null ? 'forgetPhone' : 'recordPhone'
    const actor = caller.person._id
    await writeAudit({ _id: `${requestId}.${action}`, actor, action, object: personId, at: now, requestId })
    return { known: phone !== null }
  },
})
