import { caseSentences } from '@/contracts/errors'
import { reopenCheckIn as contract } from '@/contracts/themeday'
import { reopenUntil } from '@/domain/themeday'
import { writeAudit } from '../_data/audit'
import { reopenThemeDay } from '../_data/theme-days'
import { implement } from '../_kit/action'
import { boardOf } from './board-of'
import { joined, managedThemeDay } from './managed-theme-day'

/**
 * Undoes a closing. Nothing that was decided since is undone with it: who was entered in between was entered as of the closing, and no code was on a
 * screen meanwhile.
 */
export const reopenCheckIn = implement(contract, {
  ...managedThemeDay,
  async handle({ caller, found, now, requestId, refuse }) {
    const { themeDay, org } = joined(found)
    const { _id: object, status, endsAt, closedAt } = themeDay
    if (status === 'planned' && now < endsAt) return refuse('CHECKIN_NOT_OPEN')
    if (status === 'open' && now < endsAt) return boardOf(themeDay, org, now)
    if (closedAt === null || reopenUntil(themeDay, now) === null) {
      return refuse('CHECKIN_ENDED', 'reopen', caseSentences.noReopening.say)
    }
    // closed and opened by another phone of theirs meanwhile: asked again, it sees what is now
    if (!(await reopenThemeDay(object, closedAt))) return refuse('BUSY')
    const actor = caller.person._id
    await writeAudit({ _id: `${requestId}.reopenCheckIn`, actor, action: 'reopenCheckIn', object, at: now, requestId })
    return boardOf({ ...themeDay, status: 'open', closedAt: null }, org, now)
  },
})
