import { renewConsent as contract } from '@/contracts/identity'
import { alongside } from '../_data/alongside'
import { noteConsent, renewBinding } from '../_data/bindings'
import type { BindingDoc } from '../_data/documents'
import { implement } from '../_kit/action'
import { needConsent } from './bind'

/** Everyone, for themselves. Whoever does not agree again keeps what they had agreed to, or withdraws it. */
export const renewConsent = implement(contract, {
  former: true,
  alongside: (_input, { openid }) => ({
    binding: alongside<BindingDoc>('bindings', { $match: { _id: openid } }, { $limit: 1 }),
  }),
  allow: () => true,
  async handle({ caller, input, now, found }) {
    needConsent(input.consent)
    const { version } = input.consent
    const given = found.binding[0]?.consent
    if (given?.version === version) return given
    const personId = caller.person._id
    await noteConsent({ personId, version, at: now })
    await renewBinding({ _id: caller.openid, personId }, { version, at: now })
    return { version, at: now }
  },
})
