import { checkInRemotely as contract } from '@/contracts/themeday'
import type { WritingState } from '@/contracts/writing'
import { isAddressee } from '@/domain/people'
import { placeOn } from '@/domain/people/membership'
import { decideRemote, isOnRoster, standingAt } from '@/domain/themeday'
import { dayOf } from '@/domain/time'
import type { ReflectionDoc } from '../_data/documents'
import { factOf, recordOwnFact, standingFact } from '../_data/facts'
import { ownReflection, reflectionId, writeReflection } from '../_data/reflections'
import { checkText } from '../_data/text-check'
import { themeDayWithOrg } from '../_data/theme-days'
import { implement } from '../_kit/action'

/** What was written before stays: someone may have handed in a longer reflection first. The same text again is the same. */
const together = (before: string | undefined, text: string): string =>
  before === undefined || before.includes(text) ? (before ?? text) : `${before}\n\n${text}`

/**
 * Three database requests: the caller with the theme day, the fact and the reflection; the reflection; the fact. The reflection is kept first: a call that
 * dies in between is sent again and finds it, and nobody has taken part without having written something.
 */
export const checkInRemotely = implement(contract, {
  alongside: ({ themeDayId }, { openid }) => ({
    themeDay: themeDayWithOrg(themeDayId),
    fact: factOf('themeday', themeDayId, openid),
    reflection: ownReflection({ kind: 'themeday', id: themeDayId }, openid),
  }),
  allow({ caller, found, refuse }) {
    const { orgId, roster } = found.themeDay[0] ?? refuse('NOT_FOUND')
    return isAddressee(caller, orgId) || isOnRoster(roster, caller.person) || refuse('NOT_EXPECTED')
  },
  async handle({ caller, input, now, found, refuse }) {
    const themeDay = found.themeDay[0] ?? refuse('NOT_FOUND')
    const { _id: themeDayId, title } = themeDay
    const earlier = await standingFact(found.fact)
    if (earlier?.withdrawn) return refuse('WITHDRAWN')
    const written = found.reflection[0] ?? null
    if (earlier && written) return { checkedInAt: earlier.occurredAt, state: written.state }
    const decision = decideRemote(themeDay, standingAt(themeDay, caller), now)
    if (!decision.ok) return refuse(decision.code)
    const { occurredAt } = decision
    const place = placeOn(caller.person, dayOf(occurredAt)) ?? refuse('NOT_MEMBER_THEN')

    const verdict = await checkText(caller.openid, input.text)
    if (verdict === 'refused') return refuse('TEXT_REFUSED')
    const about = { kind: 'themeday' as const, id: themeDayId }
    const state: WritingState = verdict === 'review' || written?.state === 'review' ? 'review' : 'shown'
    const reflection: ReflectionDoc = {
      _id: reflectionId(about, caller.person._id),
      personId: caller.person._id,
      orgId: place.orgId,
      about,
      title,
      text: together(written?.text, input.text),
      writtenAt: Math.max(now, (written?.writtenAt ?? 0) + 1),
      pen: null,
      state,
      returned: null,
      judgedBy: null,
    }
    const isNew = reflection.text !== written?.text || written.state === 'returned'
    // sent twice at once: the other one is further on, and sending it again finds what that one did
    if (isNew && !(await writeReflection(reflection, written))) return refuse('BUSY')
    const fact = { kind: 'themeday', activityId: themeDayId, occurredAt, recordedAt: now, channel: 'remote' } as const
    const first = await recordOwnFact(caller, fact)
    if (!first) return refuse('NOT_MEMBER_THEN')
    return first.withdrawn ? refuse('WITHDRAWN') : { checkedInAt: first.occurredAt, state }
  },
})
