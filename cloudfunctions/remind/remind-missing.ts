import { remindMissing as contract } from '@/contracts/remind'
import { canRemind } from '@/domain/people'
import { organisationById } from '../_data/organisations'
import { implement } from '../_kit/action'
import { requireInTime } from './in-time'
import { remind } from './order'

/** Whoever reminds need not be told the names: the order is about those who are missing. */
export const remindMissing = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canRemind(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, requestId, found, refuse }) {
    const { key, orgId, kind, from, to, slice, personIds: only } = input
    const org = found.org[0] ?? refuse('NOT_FOUND')
    await requireInTime({ personId: caller.person._id, key, to, now })
    const about = { cause: 'missing' as const, orgId, kind, from, to, slice, only }
    const { vacant: _, ...told } = await remind({ caller, org, key, about, now, requestId, refuse })
    return told
  },
})
