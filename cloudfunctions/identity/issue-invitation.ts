import { randomBytes } from 'node:crypto'
import { issueInvitation as contract } from '@/contracts/identity'
import { canInvite, INVITATION_MS, invitationCode, showInvitation } from '@/domain/people'
import { placeOn } from '@/domain/people/membership'
import { dayOf } from '@/domain/time'
import { writeAudit } from '../_data/audit'
import { addInvitation, revokeInvitations } from '../_data/invitations'
import { personWithOrgs } from '../_data/people'
import { implement } from '../_kit/action'

/** For those responsible for the person, who is a member today, and for everything for which the person is responsible. Another one for the same person ends this one. Who issued it decides who acts as that person, and stands in the audit log. */
export const issueInvitation = implement(contract, {
  alongside: ({ personId }) => ({ person: personWithOrgs(personId) }),
  allow({ caller, found, now, refuse }) {
    const person = found.person[0] ?? refuse('NOT_FOUND')
    const { org, roleOrgs } = person
    if (!placeOn(person, dayOf(now))) refuse('NOT_FOUND')
    return canInvite(
      caller,
      [...org, ...roleOrgs].map(({ path }) => path),
    )
  },
  async handle({ caller, found, now, requestId, refuse }) {
    const person = found.person[0] ?? refuse('NOT_FOUND')
    const code = invitationCode(randomBytes(16))
    const expiresAt = now + INVITATION_MS
    const action = 'issueInvitation'
    const actor = caller.person._id
    await writeAudit({ _id: `${requestId}.${action}`, actor, action, object: person._id, at: now, requestId })
    await revokeInvitations(person._id, now)
    const invitation = { personId: person._id, issuedBy: actor, issuedAt: now, expiresAt }
    if ((await addInvitation(code, invitation)) === 'exists') return refuse('BUSY')
    return {
      code: showInvitation(code),
      expiresAt,
      person: { id: person._id, name: person.name },
      orgName: person.org[0]?.name ?? '',
    }
  },
})
