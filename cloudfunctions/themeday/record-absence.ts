import { caseSentences } from '@/contracts/errors'
import { recordAbsence as contract } from '@/contracts/themeday'
import { isTooLateToRecord, type Leave } from '@/domain/themeday'
import { saveLeave } from '../_data/attendances'
import { writeAudit } from '../_data/audit'
import { isRefused } from '../_data/text-check'
import { implement } from '../_kit/action'
import { expectedPerson, managedPerson } from './managed-person'
import { joined } from './managed-theme-day'

/**
 * The caller with everything known; the leave (two requests when there was one); the line in the audit log. Of a leave that is taken back nothing is
 * left that could say so later: its line is written first.
 */
export const recordAbsence = implement(contract, {
  ...managedPerson,
  async handle({ caller, input, now, requestId, found, refuse }) {
    const { themeDay } = joined(found)
    const { themeDayId, personId, leave } = input
    expectedPerson(themeDay, found.person)
    const fact = found.fact[0]
    if (leave && fact && !fact.withdrawn) return refuse('ALREADY_CHECKED_IN')
    const known = found.attendance[0]?.leave ?? null
    const object = `${themeDayId}.${personId}`
    const write = (verb: string, of: Leave, actor: string, at: number) =>
      writeAudit({ _id: `${object}.${verb}.${of.at}`, actor, action: 'recordAbsence', object, at, requestId })

    if (leave === null && known === null) return { at: null }
    const isSame = known?.by === 'secretary' && known.reason === leave?.reason && known.note === leave.note
    if (isSame) {
      await write('leave', known, known.recorder ?? caller.person._id, known.at)
      return { at: known.at }
    }
    if (isTooLateToRecord(themeDay, now)) return refuse('PROXY_TOO_LATE')
    const actor = caller.person._id
    if (leave === null) {
      if (known) await write('noLeave', known, actor, now)
      await saveLeave({ themeDayId, personId }, null)
      return { at: null }
    }
    if (await isRefused(caller.openid, leave.note)) return refuse('TEXT_REFUSED', 'note', caseSentences.noteRefused.say)
    const entered: Leave = { ...leave, at: now, by: 'secretary', recorder: actor }
    await saveLeave({ themeDayId, personId }, entered)
    await write('leave', entered, actor, now)
    return { at: now }
  },
})
