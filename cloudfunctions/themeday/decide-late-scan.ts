import { decideLateScan as contract } from '@/contracts/themeday'
import { placeOn } from '@/domain/people/membership'
import { lateScanCountsAt } from '@/domain/themeday'
import { dayOf } from '@/domain/time'
import { settleLateScan } from '../_data/attendances'
import { writeAudit } from '../_data/audit'
import { recordFactOf } from '../_data/facts'
import { implement } from '../_kit/action'
import { managedPerson } from './managed-person'
import { joined } from './managed-theme-day'

/**
 * Who settles it first settles it; then comes the fact. A call that dies in between leaves an accepted scan without its fact, which still waits on
 * the list: accepting it again writes the fact.
 */
export const decideLateScan = implement(contract, {
  ...managedPerson,
  async handle({ caller, input, now, requestId, found, refuse }) {
    const { themeDay } = joined(found)
    const { themeDayId, personId, accept } = input
    const person = found.person[0] ?? refuse('NOT_FOUND')
    const lateScan = found.attendance[0]?.lateScan ?? refuse('NOT_FOUND')
    const earlier = found.fact[0]
    const occurredAt = lateScanCountsAt(themeDay, lateScan)
    if (accept && earlier?.withdrawn) return refuse('WITHDRAWN')
    if (accept && !placeOn(person, dayOf(occurredAt))) return refuse('NOT_MEMBER_THEN')
    const actor = caller.person._id
    const verdict = accept ? 'accepted' : 'declined'
    if (lateScan.state === 'waiting' && !(await settleLateScan({ themeDayId, personId }, verdict, actor))) {
      return refuse('BUSY')
    }
    const state = lateScan.state === 'waiting' ? verdict : lateScan.state
    if (state === 'accepted' && !earlier) {
      const scan = {
        occurredAt,
        recordedAt: now,
        channel: 'self',
        recorder: actor,
        reason: '扫码晚到，书记确认到场',
      } as const
      const first = await recordFactOf(person, { kind: 'themeday', activityId: themeDayId, ...scan })
      if (!first) return refuse('NOT_MEMBER_THEN')
      if (first.withdrawn) return refuse('WITHDRAWN')
    }
    const object = `${themeDayId}.${personId}`
    await writeAudit({
      _id: `${requestId}.decideLateScan`,
      actor,
      action: 'decideLateScan',
      object,
      at: now,
      requestId,
    })
    return { state }
  },
})
