import { caseSentences } from '@/contracts/errors'
import { decideLateScan as contract } from '@/contracts/themeday'
import { settling } from '@/domain/participation'
import { placeOn } from '@/domain/people/membership'
import { decideScan, lateScanCountsAt } from '@/domain/themeday'
import { dayOf } from '@/domain/time'
import { settleLateScan } from '../_data/attendances'
import { writeAudit } from '../_data/audit'
import { recordFactOf } from '../_data/facts'
import { implement } from '../_kit/action'
import { managedPerson } from './managed-person'
import { joined } from './managed-theme-day'

/**
 * Who settles it first settles it; then comes the fact, then the line in the audit log. A call that dies in between leaves an accepted scan without its
 * fact, which still waits on the list: accepting it again writes the fact, and declining it never does.
 */
export const decideLateScan = implement(contract, {
  ...managedPerson,
  async handle({ caller, input, now, requestId, found, refuse }) {
    const { themeDay } = joined(found)
    const { themeDayId, personId, accept, was = 'waiting' } = input
    const actor = caller.person._id
    if (personId === actor) return refuse('FORBIDDEN', 'oneself', caseSentences.ownScan.say)
    const person = found.person[0] ?? refuse('NOT_FOUND')
    const lateScan = found.attendance[0]?.lateScan ?? refuse('NOT_FOUND')
    const earlier = settling(found.fact[0] ?? null)
    const occurredAt = lateScanCountsAt(themeDay, lateScan)
    if (accept && earlier?.withdrawn) return refuse('WITHDRAWN')
    if (accept && !placeOn(person, dayOf(occurredAt))) return refuse('NOT_MEMBER_THEN')

    const decision = decideScan(lateScan, earlier, { accept, was }, now)
    if (decision.do === 'refuse') {
      const { say } = decision.because === 'accepted' ? caseSentences.scanAccepted : caseSentences.scanDeclined
      return refuse('CHANGED_MEANWHILE', decision.because, say)
    }
    const state = accept ? ('accepted' as const) : ('declined' as const)
    const settled = { state, decidedBy: actor, decidedAt: now }
    const isSettling = decision.do === 'settle'
    if (isSettling && !(await settleLateScan({ themeDayId, personId }, lateScan, settled))) return refuse('BUSY')
    // what another call settled and could not finish is theirs
    const { decidedBy, decidedAt } = isSettling ? settled : lateScan
    const recorder = decidedBy ?? actor
    if (accept && !earlier) {
      const scan = { occurredAt, recordedAt: now, channel: 'self', recorder, reason: '扫码晚到，书记确认到场' } as const
      const first = await recordFactOf(person, { kind: 'themeday', activityId: themeDayId, ...scan })
      if (!first) return refuse('NOT_MEMBER_THEN')
      if (first.withdrawn) return refuse('WITHDRAWN')
    }
    const object = `${themeDayId}.${personId}`
    const action = accept ? 'acceptLateScan' : 'declineLateScan'
    const at = decidedAt ?? lateScan.receivedAt
    await writeAudit({ _id: `${object}.${action}.${at}`, actor: recorder, action, object, at, requestId })
    return { state }
  },
})
