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
    const leave = found.attendance[0]?.leave ?? null
    if (leave === null) return { leave: null }
    if (leave.by === 'secretary') return refuse('FORBIDDEN', 'leave', caseSentences.leaveBySecretary.say)
    if (checkInState(themeDay, now) === 'closed') {
      return refuse('CHECKIN_ENDED', 'leave', caseSentences.leaveNotTakenBack.say)
    }
    await saveLeave({ themeDayId: input.themeDayId, personId: caller.person._id }, null, { askedAt: leave.at, at: now })
    return { leave: null }
  },
})
