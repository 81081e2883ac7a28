import { remindSecretaries as contract } from '@/contracts/remind'
import { canRemind } from '@/domain/people'
import { organisationById } from '../_data/organisations'
import { implement } from '../_kit/action'
import { requireInTime } from './in-time'
import { remind } from './order'

export const remindSecretaries = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canRemind(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, requestId, found, refuse }) {
    const { key, orgId, from, to, orgIds: only } = input
    const org = found.org[0] ?? refuse('NOT_FOUND')
    await requireInTime({ personId: caller.person._id, key, to, now })
    const about = { cause: 'holding' as const, orgId, kind: null, from, to, slice: {}, only }
    return remind({ caller, org, key, about, now, requestId, refuse })
  },
})
