import { confirmFullMember as contract } from '@/contracts/organise'
import { canKeepRoster } from '@/domain/people'
import { personWithOrgs } from '../_data/people'
import { implement } from '../_kit/action'
import { branchPath, enterMove, orderId } from './moved'

/** For whoever keeps the roster of the branch. */
export const confirmFullMember = implement(contract, {
  alongside: ({ personId }) => ({ person: personWithOrgs(personId) }),
  allow: ({ caller, found, refuse }) => canKeepRoster(caller, [branchPath(found.person[0] ?? refuse('NOT_FOUND'))]),
  handle: async ({ caller, input: { key, personId, day }, now, refuse }) =>
    enterMove(
      {
        id: orderId(caller.person._id, key),
        kind: 'becomeFull',
        personId,
        day,
        into: null,
        reason: null,
        recorder: caller.person._id,
        now,
      },
      refuse,
    ),
})
