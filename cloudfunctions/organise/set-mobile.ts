import { setMobile as contract } from '@/contracts/organise'
import { canKeepMobile } from '@/domain/people'
import { personWithOrgs } from '../_data/people'
import { implement } from '../_kit/action'
import { branchPath, enterMove } from './moved'

/** For the secretary of the branch, who knows who is away, and for everyone above. */
export const setMobile = implement(contract, {
  alongside: ({ personId }) => ({ person: personWithOrgs(personId) }),
  allow: ({ caller, found, refuse }) => canKeepMobile(caller, branchPath(found.person[0] ?? refuse('NOT_FOUND'))),
  handle(context) {
    const { personId, mobile, day } = context.input
    return enterMove(context, { kind: mobile ? 'goAway' : 'comeHome', personId, day })
  },
})
