import { caseSentences } from '@/contracts/errors'
import { recordProxy as contract } from '@/contracts/themeday'
import { decideProxy, proxyWords, reasonWords } from '@/domain/themeday'
import { writeAudit } from '../_data/audit'
import type { FactDoc } from '../_data/documents'
import { recordFactOf } from '../_data/facts'
import { isRefused } from '../_data/text-check'
import { implement } from '../_kit/action'
import { expectedPerson, managedPerson } from './managed-person'
import { joined } from './managed-theme-day'

/** The caller with everything known; the fact; the line in the audit log, also of a call that died before it. */
export const recordProxy = implement(contract, {
  ...managedPerson,
  async handle({ caller, input, now, requestId, found, refuse }) {
    const { themeDay } = joined(found)
    const { themeDayId: activityId, personId, reason, note } = input
    if (personId === caller.person._id) return refuse('FORBIDDEN', 'oneself', caseSentences.ownProxy.say)
    const person = expectedPerson(themeDay, found.person)
    /** What stands, with its line: nothing is written of who came by themselves. */
    const standing = async (fact: FactDoc) => {
      if (fact.withdrawn) return refuse('WITHDRAWN')
      const { recorder: actor, occurredAt: checkedInAt, channel, recordedAt: at } = fact
      const object = `${activityId}.${personId}`
      if (channel === 'proxy' && actor !== null) {
        await writeAudit({ _id: `${object}.recordProxy`, actor, action: 'recordProxy', object, at, requestId })
      }
      return { checkedInAt, channel }
    }

    const [earlier] = found.fact
    if (earlier) return standing(earlier)
    const decision = decideProxy(themeDay, now)
    if (!decision.ok) return refuse(decision.code)
    if (await isRefused(caller.openid, note)) return refuse('TEXT_REFUSED', 'note', caseSentences.noteRefused.say)
    const first = await recordFactOf(person, {
      kind: 'themeday',
      activityId,
      occurredAt: decision.occurredAt,
      recordedAt: now,
      channel: 'proxy',
      recorder: caller.person._id,
      reason: reasonWords(proxyWords[reason], note),
    })
    return standing(first ?? refuse('NOT_MEMBER_THEN'))
  },
})
