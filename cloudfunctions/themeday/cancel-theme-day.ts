import { cancelThemeDay as contract } from '@/contracts/plan-days'
import { canReplan } from '@/domain/themeday'
import { writeAudit } from '../_data/audit'
import { isRefused } from '../_data/text-check'
import { cancelPlanned, findPlanned } from '../_data/theme-plans'
import { implement } from '../_kit/action'
import { joined, managedThemeDay } from './managed-theme-day'
import { requireWords } from './plan-rules'
import { plannedRow } from './planned-row'
import { untoldOf } from './untold'

/** Calling off what is called off changes nothing: the first reason stands. */
export const cancelThemeDay = implement(contract, {
  ...managedThemeDay,
  async handle({ caller, input: { themeDayId, reason }, now, requestId, found, refuse }) {
    const { themeDay } = joined(found)
    if (!themeDay.cancelled) {
      if (!canReplan(themeDay, now)) return refuse('THEMEDAY_OPENED')
      requireWords(await isRefused(caller.openid, reason))
      const by = caller.person._id
      if (!(await cancelPlanned(themeDayId, { at: now, reason, by }, untoldOf(themeDay, themeDay, caller, now))))
        return refuse('BUSY')
      const line = { actor: by, action: 'cancelThemeDay', object: themeDayId, at: now, requestId }
      await writeAudit({ _id: `${requestId}.cancelThemeDay`, ...line })
    }
    return plannedRow((await findPlanned(themeDayId)) ?? refuse('NOT_FOUND'), now)
  },
})
