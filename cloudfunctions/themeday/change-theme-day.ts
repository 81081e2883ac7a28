import { caseSentences } from '@/contracts/errors'
import { changeThemeDay as contract } from '@/contracts/plan-days'
import { canReplan } from '@/domain/themeday'
import { writeAudit } from '../_data/audit'
import { isRefused } from '../_data/text-check'
import { changePlanned, findPlanned } from '../_data/theme-plans'
import { implement } from '../_kit/action'
import { joined, managedThemeDay } from './managed-theme-day'
import { requireTimes, requireWords } from './plan-rules'
import { plannedRow } from './planned-row'
import { untoldOf } from './untold'

export const changeThemeDay = implement(contract, {
  ...managedThemeDay,
  async handle({ caller, input, now, requestId, found, refuse }) {
    const { themeDay } = joined(found)
    const { themeDayId, was, ...content } = input
    if (!canReplan(themeDay, now)) return refuse('THEMEDAY_OPENED')
    const { title, place, forms, agenda, remote, startsAt, endsAt } = themeDay
    const known = { title, place, forms, agenda, remote, startsAt, endsAt }
    const isSame = (Object.keys(known) as (keyof typeof known)[]).every(
      (field) => JSON.stringify(known[field]) === JSON.stringify(content[field]),
    )
    if (!isSame) {
      if ((themeDay.changedAt ?? null) !== was) {
        return refuse('CHANGED_MEANWHILE', 'plan', caseSentences.dayChanged.say)
      }
      requireTimes(content, now)
      requireWords(await isRefused(caller.openid, [content.title, content.place, ...content.agenda].join('\n')))
      // opened or changed by another phone in this moment: asked again, it sees which
      if (!(await changePlanned(themeDayId, was, content, untoldOf(themeDay, content, caller, now))))
        return refuse('BUSY')
      const line = { actor: caller.person._id, action: 'changeThemeDay', object: themeDayId, at: now, requestId }
      await writeAudit({ _id: `${requestId}.changeThemeDay`, ...line })
    }
    return plannedRow((await findPlanned(themeDayId)) ?? refuse('NOT_FOUND'), now)
  },
})
