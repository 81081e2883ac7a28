import { closeCheckIn as contract } from '@/contracts/themeday'
import { writeAudit } from '../_data/audit'
import { closeThemeDay } from '../_data/theme-days'
import { implement } from '../_kit/action'
import { boardOf } from './board-of'
import { joined, managedThemeDay } from './managed-theme-day'

export const closeCheckIn = implement(contract, {
  ...managedThemeDay,
  async handle({ caller, found, now, requestId, refuse }) {
    const { themeDay, org } = joined(found)
    const { _id: object, status } = themeDay
    if (status === 'planned') return refuse('CHECKIN_NOT_OPEN')
    if (status === 'closed') return boardOf(themeDay, org, now)
    if (!(await closeThemeDay(object, now))) return refuse('BUSY')
    const actor = caller.person._id
    await writeAudit({ _id: `${requestId}.closeCheckIn`, actor, action: 'closeCheckIn', object, at: now, requestId })
    return boardOf({ ...themeDay, status: 'closed', closedAt: now }, org, now)
  },
})
