import { mergeBranches as contract } from '@/contracts/organise'
import { canKeepRoster } from '@/domain/people'
import { organisationsById } from '../_data/organisations'
import { implement } from '../_kit/action'
import { orderId } from './moved'
import { reorganise } from './reorganise'

/** For whoever keeps the roster of all of them. */
export const mergeBranches = implement(contract, {
  alongside: ({ from, into }) => ({ orgs: organisationsById([...from, into]) }),
  allow: ({ caller, input, found: { orgs }, refuse }) =>
    new Set([...input.from, input.into]).size === orgs.length
      ? canKeepRoster(
          caller,
          orgs.map(({ path }) => path),
        )
      : refuse('NOT_FOUND'),
  handle: async ({ caller, input: { key, from, into, day }, now, refuse }) =>
    reorganise(
      {
        _id: orderId(caller.person._id, key),
        kind: 'merge',
        from,
        into: [{ orgId: into, members: null }],
        day,
        recorder: caller.person._id,
        recordedAt: now,
        done: false,
      },
      [],
      refuse,
    ),
})
