import { readInbox as contract } from '@/contracts/remind'
import { countUnread, markRead } from '../_data/reminders'
import { implement } from '../_kit/action'

/** Safe to repeat: what was read stays read as of the first time. */
export const readInbox = implement(contract, {
  allow: () => true,
  async handle({ caller, input, now }) {
    await markRead(caller.person._id, input.until, now)
    return { unread: await countUnread(caller.person._id) }
  },
})
