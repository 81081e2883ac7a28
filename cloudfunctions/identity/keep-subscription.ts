import { keepSubscription as contract } from '@/contracts/me'
import { addConsent, consentsOf } from '../_data/subscriptions'
import { implement } from '../_kit/action'

/** Everyone, for themselves. What WeChat asked and the person allowed is counted here, so that nobody is sent a message that WeChat would refuse. */
export const keepSubscription = implement(contract, {
  allow: () => true,
  async handle({ caller, input: { key, templates } }) {
    for (const template of new Set(templates)) await addConsent(caller.person._id, template, key)
    return { left: await consentsOf(caller.person._id) }
  },
})
