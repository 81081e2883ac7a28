import { caseSentences } from '@/contracts/errors'
import { openCheckIn as contract } from '@/contracts/themeday'
import { canOpenAfterwards, checkInState, freezeRoster, opensFrom } from '@/domain/themeday'
import { dayOf } from '@/domain/time'
import { writeAudit } from '../_data/audit'
import { findMembersOn } from '../_data/people'
import { openThemeDay } from '../_data/theme-days'
import { implement } from '../_kit/action'
import { boardOf } from './board-of'
import { joined, managedThemeDay } from './managed-theme-day'

/** Opens the check-in and freezes the roster: who belongs to the organisation, or to one below it, now is expected. */
export const openCheckIn = implement(contract, {
  ...managedThemeDay,
  async handle({ caller, found, now, requestId, refuse }) {
    const { themeDay, org } = joined(found)
    const { _id, endsAt, startsAt } = themeDay
    const state = checkInState(themeDay, now)
    const afterwards = canOpenAfterwards(themeDay, now)
    if (state === 'closed' && !afterwards) return refuse('CHECKIN_ENDED', 'open', caseSentences.noReopening.say)
    if (state === 'open') return boardOf(themeDay, org, now)
    if (now < opensFrom(themeDay)) return refuse('CHECKIN_TOO_EARLY')
    // a roster that is made afterwards is that of its day, and is frozen as if it had been opened at the start
    const at = afterwards ? startsAt : now
    const roster = freezeRoster(await findMembersOn(org._id, dayOf(at)), at)
    const opened = afterwards
      ? { status: 'closed' as const, closedAt: endsAt, roster }
      : { status: 'open' as const, closedAt: null, roster }
    // another phone of theirs may have opened it with its own roster: the client asks again and sees that one
    if (!(await openThemeDay(_id, opened))) return refuse('BUSY')
    const actor = caller.person._id
    const line = { actor, action: 'openCheckIn', object: _id, at: now, requestId }
    await writeAudit({ _id: `${requestId}.openCheckIn`, ...line })
    return boardOf({ ...themeDay, ...opened }, org, now)
  },
})
