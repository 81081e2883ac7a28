import { caseSentences } from '@/contracts/errors'
import { restoreThemeDay as contract } from '@/contracts/plan-days'
import { canRestore } from '@/domain/themeday'
import { writeAudit } from '../_data/audit'
import { findPlanned, restoreCancelled } from '../_data/theme-plans'
import { implement } from '../_kit/action'
import { joined, managedThemeDay } from './managed-theme-day'
import { plannedRow } from './planned-row'
import { untoldOf } from './untold'

export const restoreThemeDay = implement(contract, {
  ...managedThemeDay,
  async handle({ caller, input: { themeDayId }, now, requestId, found, refuse }) {
    const { themeDay } = joined(found)
    const { cancelled } = themeDay
    if (cancelled) {
      if (!canRestore(themeDay, now)) return refuse('TOO_LATE_TO_UNDO', 'plan', caseSentences.restoreTooLate.say)
      if (!(await restoreCancelled(themeDayId, cancelled.at, untoldOf(themeDay, themeDay, caller, now))))
        return refuse('BUSY')
      const line = { actor: caller.person._id, action: 'restoreThemeDay', object: themeDayId, at: now, requestId }
      await writeAudit({ _id: `${requestId}.restoreThemeDay`, ...line })
    }
    return plannedRow((await findPlanned(themeDayId)) ?? refuse('NOT_FOUND'), now)
  },
})
