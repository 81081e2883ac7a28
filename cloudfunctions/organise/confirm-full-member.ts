import { confirmFullMember as contract } from '@/contracts/organise'
import { canKeepRoster } from '@/domain/people'
import { personWithOrgs } from '../_data/people'
import { implement } from '../_kit/action'
import { branchPath, enterMove } from './moved'

/** For whoever keeps the roster of the branch. */
export const confirmFullMember = implement(contract, {
  alongside: ({ personId }) => ({ person: personWithOrgs(personId) }),
  allow: ({ caller, found, refuse }) => canKeepRoster(caller, [branchPath(found.person[0] ?? refuse('NOT_FOUND'))]),
  handle(context) {
    const { personId, day } = context.input
    return enterMove(context, { kind: 'becomeFull', personId, day })
  },
})
