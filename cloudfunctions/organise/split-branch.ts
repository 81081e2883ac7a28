import { splitBranch as contract } from '@/contracts/organise'
import { canKeepRoster } from '@/domain/people'
import type { OrganisationDoc } from '../_data/documents'
import { organisationById } from '../_data/organisations'
import { findReorganisation, findSeatedIn } from '../_data/reorganisations'
import { implement } from '../_kit/action'
import { newId, orderId } from './moved'
import { reorganise } from './reorganise'

/** For whoever keeps the roster of the branch. Every member is named in one of the new branches. */
export const splitBranch = implement(contract, {
  alongside: ({ from }) => ({ org: organisationById(from) }),
  allow: ({ caller, found: { org }, refuse }) => canKeepRoster(caller, [org[0]?.path ?? refuse('NOT_FOUND')]),
  async handle({ caller, input: { key, from, into, day }, now, found, refuse }) {
    const branch = found.org[0] ?? refuse('NOT_FOUND')
    const id = orderId(caller.person._id, key)
    const order = {
      _id: id,
      kind: 'split' as const,
      from: [from],
      into: into.map(({ members }, i) => ({ orgId: newId('o', `${id}.${i}`), members })),
      day,
      recorder: caller.person._id,
      recordedAt: now,
      done: false,
    }
    // of one that was begun some sit in the new branches already
    if (!(await findReorganisation(id))) {
      const seated = (await findSeatedIn([from])).map(({ _id }) => _id).sort()
      const named = into.flatMap(({ members }) => members).sort()
      if (seated.join() !== named.join()) return refuse('SPLIT_INCOMPLETE')
    }
    const founded = into.map(({ name, category }, i): OrganisationDoc => {
      const orgId = newId('o', `${id}.${i}`)
      return {
        ...branch,
        _id: orgId,
        name,
        category,
        path: [...branch.path.slice(0, -1), orgId],
        seats: [],
        dealt: 0,
        foundedOn: day,
        endedOn: null,
        successors: [],
      }
    })
    return reorganise(order, founded, refuse)
  },
})
