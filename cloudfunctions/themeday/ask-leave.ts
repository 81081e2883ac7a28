import { caseSentences } from '@/contracts/errors'
import { askLeave as contract } from '@/contracts/themeday'
import { decideLeave, isLaterLeave, isTakenBack, standingAt } from '@/domain/themeday'
import { saveLeave } from '../_data/attendances'
import { standingFact } from '../_data/facts'
import { isRefused } from '../_data/text-check'
import { implement } from '../_kit/action'
import { ownLeave } from './own-leave'

/** Two database requests: the caller with the theme day and what is known; the leave. */
export const askLeave = implement(contract, {
  ...ownLeave,
  async handle({ caller, input, now, found, refuse }) {
    const themeDay = found.themeDay[0] ?? refuse('NOT_FOUND')
    const { themeDayId, reason, note, askedAt } = input
    if (!standingAt(themeDay, caller).expected) return refuse('NOT_EXPECTED')
    const fact = await standingFact(found.fact)
    if (fact && !fact.withdrawn) return refuse('ALREADY_CHECKED_IN')
    const known = found.attendance[0]?.leave ?? null
    // sent again it is the same leave, also when the answer to the first call came after the end
    if (known?.by === 'self' && known.reason === reason && known.note === note) return { at: known.at }
    if (isTakenBack(found.attendance[0]?.takenBack ?? null, askedAt)) {
      return refuse('CHANGED_MEANWHILE', 'leave', caseSentences.leaveTakenBack.say)
    }
    const decision = decideLeave(themeDay, askedAt, now)
    if (!decision.ok) return refuse(decision.code, 'leave', caseSentences.leaveTooLate.say)
    const { at } = decision
    if (known && isLaterLeave(known, at)) return { at: known.at }
    if (await isRefused(caller.openid, note)) return refuse('TEXT_REFUSED', 'note', caseSentences.noteRefused.say)
    const leave = { reason, note, at, receivedAt: now, by: 'self' as const, recorder: null }
    await saveLeave({ themeDayId, personId: caller.person._id }, leave)
    return { at }
  },
})
