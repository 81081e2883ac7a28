import { admitMember as contract } from '@/contracts/organise'
import { canKeepRoster } from '@/domain/people'
import { organisationById } from '../_data/organisations'
import { implement } from '../_kit/action'
import { enterMove, newId, orderId } from './moved'

/** For whoever keeps the roster of the receiving branch. Someone who was on the roster before is let in by those who take them in. */
export const admitMember = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canKeepRoster(caller, [org[0]?.path ?? refuse('NOT_FOUND')]),
  handle(context) {
    const { key, orgId, day, who } = context.input
    const id = orderId(context.caller.person._id, key)
    const person = 'personId' in who ? { personId: who.personId } : { personId: newId('p', id), newcomer: who }
    return enterMove(context, { kind: 'admit', ...person, day, into: orgId })
  },
})
