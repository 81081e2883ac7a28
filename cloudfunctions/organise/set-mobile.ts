import { setMobile as contract } from '@/contracts/organise'
import { canKeepMobile } from '@/domain/people'
import { personWithOrgs } from '../_data/people'
import { implement } from '../_kit/action'
import { branchPath, enterMove, orderId } from './moved'

/** For the secretary of the branch, who knows who is away, and for everyone above. */
export const setMobile = implement(contract, {
  alongside: ({ personId }) => ({ person: personWithOrgs(personId) }),
  allow: ({ caller, found, refuse }) => canKeepMobile(caller, branchPath(found.person[0] ?? refuse('NOT_FOUND'))),
  handle: async ({ caller, input: { key, personId, mobile, day }, now, refuse }) =>
    enterMove(
      {
        id: orderId(caller.person._id, key),
        kind: mobile ? 'goAway' : 'comeHome',
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
