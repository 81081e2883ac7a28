import { listMembers as contract } from '@/contracts/organise'
import { canInvite, canKeepMobile, canSeeNames } from '@/domain/people'
import { dayOf } from '@/domain/time'
import { findMembers } from '../_data/members'
import { findSubtree, organisationById } from '../_data/organisations'
import { implement } from '../_kit/action'

const ROWS_A_PAGE = 200

/** For those responsible for the people. Three database requests: the caller with the organisation, its subtree, the page. */
export const listMembers = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId) }),
  allow: ({ caller, found, refuse }) => canSeeNames(caller, found.org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input: { orgId, name, after }, now, found, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const orgs = await findSubtree(orgId)
    const byId = new Map(orgs.map((one) => [one._id, one]))
    // one more than is shown tells whether there is a next page
    const members = await findMembers({ orgs, name, after, limit: ROWS_A_PAGE + 1 })
    const page = members.slice(0, ROWS_A_PAGE)
    const today = dayOf(now)
    return {
      orgName: org.name,
      rows: page.map(({ _id: id, orgId: branchId, fullFrom, roleOrgs, ...member }) => {
        const branch = byId.get(branchId)
        const path = branch?.path ?? []
        return {
          id,
          name: member.name,
          orgName: branch?.name ?? '',
          mobile: member.mobile,
          full: fullFrom !== null && fullFrom <= today,
          bound: member.bound,
          reboundAt: member.reboundAt ?? null,
          phoneKnown: member.phoneKnown,
          mayInvite: canInvite(caller, [path, ...roleOrgs.map((one) => one.path)]),
          mayKeepMobile: canKeepMobile(caller, path),
        }
      }),
      next: members.length > page.length ? (page[page.length - 1]?.seat ?? null) : null,
    }
  },
})
