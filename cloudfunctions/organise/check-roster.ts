import { checkRoster as contract } from '@/contracts/organise'
import { canOperate } from '@/domain/people'
import { writeAudit } from '../_data/audit'
import { organisationById } from '../_data/organisations'
import { checkRoster as check, rebuildBlock } from '../_data/rosters'
import { implement } from '../_kit/action'

/** For an administrator of the whole tree. BUSY when the roster is being changed: ask again. */
export const checkRoster = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canOperate(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, requestId, refuse }) {
    const { people, blocks, differing } = (await check()) ?? refuse('BUSY')
    const ids = differing.map(({ _id }) => _id)
    if (!input.rebuild) return { people, blocks, differing: ids, rebuilt: false }
    for (const block of differing) {
      if (!(await rebuildBlock(block))) return refuse('BUSY')
      const actor = caller.person._id
      const line = { actor, action: 'checkRoster', object: block._id, at: now, requestId }
      await writeAudit({ _id: `${requestId}.${block._id}`, ...line })
    }
    return { people, blocks, differing: ids, rebuilt: ids.length > 0 }
  },
})
