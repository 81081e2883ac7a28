import { closeCheckIn as contract } from '@/contracts/themeday'
import { closeThemeDay } from '../_data/theme-days'
import { implement } from '../_kit/action'
import { boardOf } from './board-of'
import { joined, managedThemeDay } from './managed-theme-day'

export const closeCheckIn = implement(contract, {
  ...managedThemeDay,
  async handle({ found, now, refuse }) {
    const { themeDay, org } = joined(found)
    if (themeDay.status === 'planned') return refuse('CHECKIN_NOT_OPEN')
    if (themeDay.status === 'open' && !(await closeThemeDay(themeDay._id, now))) return refuse('BUSY')
    return boardOf({ ...themeDay, status: 'closed' }, org, now)
  },
})
