import { bindByInvitation as contract } from '@/contracts/identity'
import { canInvite, decideInvitation, readInvitation } from '@/domain/people'
import type { InvitationDoc } from '../_data/documents'
import { findInvitation, revokeInvitations, spendInvitation } from '../_data/invitations'
import { findOrganisations } from '../_data/organisations'
import { findPerson } from '../_data/people'
import { implementForAnyone } from '../_kit/action'
import { bind, isMemberNow, needConsent, needTry } from './bind'
import { meOf } from './me-of'

/**
 * An invitation is as good as the right of whoever issued it: it is over with their office, and when the person has gone, or has got an office,
 * where that right does not reach.
 */
async function mayStillInvite({ issuedBy, personId }: InvitationDoc): Promise<boolean> {
  const [issuer, person] = await Promise.all([findPerson(issuedBy), findPerson(personId)])
  if (!issuer || !person) return false
  const orgs = await findOrganisations([...new Set([person.orgId, ...person.roles.map(({ orgId }) => orgId)])])
  return canInvite(
    { orgPath: [], roles: issuer.roles },
    orgs.map(({ path }) => path),
  )
}

/**
 * Anyone may try an invitation code, a few times. It is used up before the binding is made: a call that dies between the two is finished by
 * the same WeChat sending it again. An invitation is given out by those responsible, so an earlier WeChat identity of the person gives way; who issued it stands in the audit log.
 */
export const bindByInvitation = implementForAnyone(contract, {
  allow: () => true,
  async handle({ openid, caller, input, now, requestId, refuse }) {
    needConsent(input.consent)
    const code = readInvitation(input.code)
    const invitation = code === null ? null : await findInvitation(code)
    const decision = decideInvitation(invitation, openid, now)
    const personId = invitation?.personId
    // sent again by whom it let in: no guess, so it counts as none
    const again = decision.ok && decision.repeat
    if (again && caller && caller.person._id === personId) return meOf(caller)

    if (!again) await needTry('invitation', openid, now)
    if (!decision.ok) return refuse(decision.code)
    if (!invitation || !(await isMemberNow(invitation.personId, now))) return refuse('INVITATION_EXPIRED')
    if (!(await mayStillInvite(invitation))) return refuse('INVITATION_EXPIRED')
    if (caller && caller.person._id !== personId) return refuse('ALREADY_BOUND')
    // WeChat may send a call twice at once: the other one of the two may have spent it
    if (!again && !(await spendInvitation(invitation, openid, now))) {
      const spent = decideInvitation(await findInvitation(code ?? ''), openid, now)
      if (!spent.ok || !spent.repeat) return refuse('INVITATION_EXPIRED')
    }
    // an older one that was used must not bring its WeChat identity back
    await revokeInvitations(invitation.personId, now, invitation._id)
    const replace = { by: invitation.issuedBy, requestId }
    return await bind({ openid, personId: invitation.personId, consent: input.consent, now, replace })
  },
})
