import { unbind as contract } from '@/contracts/identity'
import { findBinding, noteConsent, removeBinding } from '../_data/bindings'
import { revokeInvitations } from '../_data/invitations'
import { deleteWritings } from '../_data/own-data'
import { forgetPhone } from '../_data/phones'
import { forgetConsents } from '../_data/subscriptions'
import { implementForAnyone } from '../_kit/action'

/**
 * Everyone may withdraw their consent, and so end their own binding; nobody else's. Invitations end first, so that none that was used brings it back.
 * The roster entry and the facts are the organisation's and stay; what tied them to a WeChat identity is gone: the phone number too, so who comes back
 * needs an invitation. The binding goes last: until then a call that died is finished by its repeat.
 */
export const unbind = implementForAnyone(contract, {
  allow: () => true,
  async handle({ openid, input, now }) {
    const binding = await findBinding(openid)
    if (binding) {
      const { personId, consent } = binding
      await revokeInvitations(personId, now)
      if (input.deleteWritings) await deleteWritings(personId)
      await forgetPhone(personId)
      await forgetConsents(personId)
      await noteConsent({ personId, event: 'withdrawn', version: consent?.version ?? '', at: now })
      await removeBinding(binding)
    }
    return { bound: false as const }
  },
})
