import { caseSentences } from '@/contracts/errors'
import { askLeave as contract } from '@/contracts/themeday'
import { checkInState, standingAt } from '@/domain/themeday'
import { saveLeave } from '../_data/attendances'
import { standingFact } from '../_data/facts'
import { implement } from '../_kit/action'
import { ownLeave } from './own-leave'

export const askLeave = implement(contract, {
  ...ownLeave,
  async handle({ caller, input, now, found, refuse }) {
    const themeDay = found.themeDay[0] ?? refuse('NOT_FOUND')
    const { themeDayId, reason, note } = input
    if (!standingAt(themeDay, caller).expected) return refuse('NOT_EXPECTED')
    const fact = await standingFact(found.fact)
    if (fact && !fact.withdrawn) return refuse('ALREADY_CHECKED_IN')
    const known = found.attendance[0]?.leave ?? null
    // sent again it is the same leave, also when the answer to the first call came after the end
    if (known?.by === 'self' && known.reason === reason && known.note === note) return { at: known.at }
    if (checkInState(themeDay, now) === 'closed')
      return refuse('CHECKIN_ENDED', 'leave', caseSentences.leaveTooLate.say)
    const leave = { reason, note, at: now, by: 'self' as const, recorder: null }
    await saveLeave({ themeDayId, personId: caller.person._id }, leave)
    return { at: now }
  },
})
