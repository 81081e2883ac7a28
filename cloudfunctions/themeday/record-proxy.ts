import { recordProxy as contract } from '@/contracts/themeday'
import { decideProxy, proxyWords, reasonWords } from '@/domain/themeday'
import { writeAudit } from '../_data/audit'
import { recordFactOf } from '../_data/facts'
import { implement } from '../_kit/action'
import { expectedPerson, managedPerson } from './managed-person'
import { joined } from './managed-theme-day'

/** The caller with everything known; the fact; the line in the audit log. */
export const recordProxy = implement(contract, {
  ...managedPerson,
  async handle({ caller, input, now, requestId, found, refuse }) {
    const { themeDay } = joined(found)
    const { themeDayId: activityId, personId, reason, note } = input
    const person = expectedPerson(themeDay, found.person)
    const earlier = found.fact[0]
    if (earlier?.withdrawn) return refuse('WITHDRAWN')
    if (earlier) return { checkedInAt: earlier.occurredAt, channel: earlier.channel }
    const decision = decideProxy(themeDay, now)
    if (!decision.ok) return refuse(decision.code)
    const recorder = caller.person._id
    const first = await recordFactOf(person, {
      kind: 'themeday',
      activityId,
      occurredAt: decision.occurredAt,
      recordedAt: now,
      channel: 'proxy',
      recorder,
      reason: reasonWords(proxyWords[reason], note),
    })
    if (!first) return refuse('NOT_MEMBER_THEN')
    if (first.withdrawn) return refuse('WITHDRAWN')
    const object = `${activityId}.${personId}`
    await writeAudit({
      _id: `${requestId}.recordProxy`,
      actor: recorder,
      action: 'recordProxy',
      object,
      at: now,
      requestId,
    })
    return { checkedInAt: first.occurredAt, channel: first.channel }
  },
})
