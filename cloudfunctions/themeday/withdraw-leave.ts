import { caseSentences } from '@/contracts/errors'
import { withdrawLeave as contract } from '@/contracts/themeday'
import { checkInState } from '@/domain/themeday'
import { saveLeave } from '../_data/attendances'
import { implement } from '../_kit/action'
import { ownLeave } from './own-leave'

export const withdrawLeave = implement(contract, {
  ...ownLeave,
  async handle({ caller, input, now, found, refuse }) {
    const themeDay = found.themeDay[0] ?? refuse('NOT_FOUND')
    if (!found.attendance[0]?.leave) return { leave: null }
    if (checkInState(themeDay, now) === 'closed')
      return refuse('CHECKIN_ENDED', 'leave', caseSentences.leaveTooLate.say)
    await saveLeave({ themeDayId: input.themeDayId, personId: caller.person._id }, null)
    return { leave: null }
  },
})
