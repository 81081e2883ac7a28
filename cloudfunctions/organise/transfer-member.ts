import { transferMember as contract } from '@/contracts/organise'
import { canKeepRoster } from '@/domain/people'
import { organisationById } from '../_data/organisations'
import { personWithOrgs } from '../_data/people'
import { implement } from '../_kit/action'
import { branchPath, enterMove } from './moved'

/** For whoever keeps the roster of both branches: nobody is pulled out of, or put into, a branch that is not the caller's care. */
export const transferMember = implement(contract, {
  alongside: ({ personId, into }) => ({ person: personWithOrgs(personId), into: organisationById(into) }),
  allow({ caller, found, refuse }) {
    const from = branchPath(found.person[0] ?? refuse('NOT_FOUND'))
    return canKeepRoster(caller, [from, found.into[0]?.path ?? refuse('NOT_FOUND')])
  },
  handle(context) {
    const { personId, into, day } = context.input
    return enterMove(context, { kind: 'transfer', personId, into, day })
  },
})
