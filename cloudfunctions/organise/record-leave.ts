import { recordLeave as contract } from '@/contracts/organise'
import { canKeepRoster } from '@/domain/people'
import { personWithOrgs } from '../_data/people'
import { implement } from '../_kit/action'
import { branchPath, enterMove } from './moved'

/** For whoever keeps the roster of the branch and of everything in which the person holds an office: it ends with the membership. */
export const recordLeave = implement(contract, {
  alongside: ({ personId }) => ({ person: personWithOrgs(personId) }),
  allow({ caller, found, refuse }) {
    const person = found.person[0] ?? refuse('NOT_FOUND')
    return canKeepRoster(caller, [branchPath(person), ...person.roleOrgs.map(({ path }) => path)])
  },
  handle(context) {
    const { personId, day, reason } = context.input
    return enterMove(context, { kind: 'leave', personId, day, reason })
  },
})
