import { openCheckIn as contract } from '@/contracts/themeday'
import { checkInState } from '@/domain/themeday'
import { dayOf } from '@/domain/time'
import { findMembersOn } from '../_data/people'
import { openThemeDay } from '../_data/theme-days'
import { implement } from '../_kit/action'
import { boardOf } from './board-of'
import { joined, managedThemeDay } from './managed-theme-day'

/** Opens the check-in and freezes the roster: who belongs to the organisation, or to one below it, now is expected. */
export const openCheckIn = implement(contract, {
  ...managedThemeDay,
  async handle({ found, now, refuse }) {
    const { themeDay, org } = joined(found)
    const state = checkInState(themeDay, now)
    if (state === 'closed') return refuse('CHECKIN_ENDED')
    if (state === 'open') return boardOf(themeDay, org, now)
    const members = await findMembersOn(org._id, dayOf(now))
    const seats = (of: typeof members) => of.map(({ seat }) => seat).sort((a, b) => a - b)
    const roster = { expected: seats(members), mobile: seats(members.filter(({ mobile }) => mobile)), frozenAt: now }
    // another phone of theirs may have opened it with its own roster: the client asks again and sees that one
    if (!(await openThemeDay(themeDay._id, roster))) return refuse('BUSY')
    return boardOf({ ...themeDay, status: 'open', roster }, org, now)
  },
})
