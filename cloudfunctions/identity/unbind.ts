import { unbind as contract } from '@/contracts/identity'
import { findBinding, noteWithdrawal, removeBinding } from '../_data/bindings'
import { revokeInvitations } from '../_data/invitations'
import { deleteWritings } from '../_data/own-data'
import { forgetPhone } from '../_data/phones'
import { forgetConsents } from '../_data/subscriptions'
import { forgetTries } from '../_data/tries'
import { implementForAnyone } from '../_kit/action'

/**
 * Everyone may withdraw their consent, and so end their own binding; nobody else's. Invitations end first, so that none that was used brings it back.
 * The roster entry and the facts are the organisation's and stay; what tied them to a WeChat identity is gone, in every collection: the phone number too, so
 * who comes back needs an invitation. The binding goes last: until then a call that died is finished by its repeat. Writings are deleted once more after it:
 * another call of the same person may have been under way (the timer `rollup` looks again for an hour).
 */
export const unbind = implementForAnyone(contract, {
  allow: () => true,
  async handle({ openid, input, now }) {
    const binding = await findBinding(openid)
    if (binding) {
      const { personId } = binding
      await revokeInvitations(personId, now)
      if (input.deleteWritings) await deleteWritings(personId)
      await forgetPhone(personId)
      await forgetConsents(personId)
      await forgetTries(openid)
      await noteWithdrawal(binding, now, input.deleteWritings)
      await removeBinding(binding)
      if (input.deleteWritings) await deleteWritings(personId)
    }
    return { bound: false as const }
  },
})
