import { recordAbsence as contract } from '@/contracts/themeday'
import { isTooLateToRecord } from '@/domain/themeday'
import { saveLeave } from '../_data/attendances'
import { writeAudit } from '../_data/audit'
import { implement } from '../_kit/action'
import { expectedPerson, managedPerson } from './managed-person'
import { joined } from './managed-theme-day'

/** The caller with everything known; the leave (two requests when there was one); the line in the audit log. */
export const recordAbsence = implement(contract, {
  ...managedPerson,
  async handle({ caller, input, now, requestId, found, refuse }) {
    const { themeDay } = joined(found)
    const { themeDayId, personId, leave } = input
    expectedPerson(themeDay, found.person)
    const fact = found.fact[0]
    if (leave && fact && !fact.withdrawn) return refuse('ALREADY_CHECKED_IN')
    const known = found.attendance[0]?.leave ?? null
    const isSame = known?.by === 'secretary' && known.reason === leave?.reason && known.note === leave.note
    if (isSame || (leave === null && known === null)) return { at: known?.at ?? null }
    if (isTooLateToRecord(themeDay, now)) return refuse('PROXY_TOO_LATE')
    const actor = caller.person._id
    const entered = leave && { ...leave, at: now, by: 'secretary' as const, recorder: actor }
    await saveLeave({ themeDayId, personId }, entered)
    const object = `${themeDayId}.${personId}`
    await writeAudit({ _id: `${requestId}.recordAbsence`, actor, action: 'recordAbsence', object, at: now, requestId })
    return { at: entered?.at ?? null }
  },
})
