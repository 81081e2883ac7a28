import { caseSentences } from '@/contracts/errors'
import { checkInRemotely as contract } from '@/contracts/themeday'
import type { WritingState } from '@/contracts/writing'
import { firstState } from '@/domain/lesson'
import { settling } from '@/domain/participation'
import { isAddressee } from '@/domain/people'
import { placeOn } from '@/domain/people/membership'
import { decideRemote, isOnRoster, remoteText, standingAt } from '@/domain/themeday'
import { dayOf } from '@/domain/time'
import type { Caller } from '../_data/callers'
import type { FactDoc, ReflectionDoc, ThemeDayDoc } from '../_data/documents'
import { factOf, recordOwnFact, standingFact } from '../_data/facts'
import { ownReflection, reflectionId, writeReflection } from '../_data/reflections'
import { checkText } from '../_data/text-check'
import { themeDayWithOrg } from '../_data/theme-days'
import { implement } from '../_kit/action'
import { refuse } from '../_kit/refusal'

/**
 * At most three database requests: the caller with the theme day, the fact and the reflection; the reflection; the fact. The reflection is kept first: a call
 * that dies in between is sent again and finds it (or the timer does, `takesPart`), and nobody has taken part without having written something. A text
 * that stands is neither overwritten nor joined with another one (decision 13): the participation counts, and the phone is told to keep what it sent.
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
  async handle({ caller, input: { text }, now, found, refuse }) {
    const themeDay = found.themeDay[0] ?? refuse('NOT_FOUND')
    const earlier = settling(await standingFact(found.fact))
    if (earlier?.withdrawn) return refuse('WITHDRAWN')
    const written = found.reflection[0] ?? null
    const standing = async (fact: FactDoc, state: WritingState) => {
      if (fact.withdrawn) return refuse('WITHDRAWN')
      if (remoteText(written, text) !== 'other') return { checkedInAt: fact.occurredAt, state }
      return refuse('CHANGED_MEANWHILE', 'reflection', caseSentences.remoteUnseen.say)
    }
    if (earlier && written) return standing(earlier, written.state)

    const decision = decideRemote(themeDay, standingAt(themeDay, caller), now)
    const notYet = () => refuse('NOT_MEMBER_THEN', 'oneself', caseSentences.notMemberYet.say)
    if (!decision.ok) return decision.code === 'NOT_MEMBER_THEN' ? notYet() : refuse(decision.code)
    const { occurredAt } = decision
    const place = placeOn(caller.person, dayOf(occurredAt)) ?? notYet()
    const state = written?.state ?? (await firstWritten(caller, themeDay, { text, now, occurredAt }, place.orgId))
    const fact = { kind: 'themeday', activityId: themeDay._id, occurredAt, recordedAt: now, channel: 'remote' } as const
    return standing(earlier ?? (await recordOwnFact(caller, fact)) ?? notYet(), state)
  },
})

interface Written {
  readonly text: string
  readonly now: number
  readonly occurredAt: number
}

/** Checks and keeps the reflection, the first on this theme day; its state. Throws TEXT_REFUSED, and BUSY when it was sent twice at once: sent again it finds that one. */
async function firstWritten(
  caller: Caller,
  { _id, title }: ThemeDayDoc,
  { text, now, occurredAt }: Written,
  orgId: string,
) {
  const verdict = await checkText(caller.openid, text)
  if (verdict === 'refused') return refuse('TEXT_REFUSED')
  const state = firstState(verdict)
  const about = { kind: 'themeday' as const, id: _id }
  const personId = caller.person._id
  const reflection: ReflectionDoc = {
    _id: reflectionId(about, personId),
    ...{ personId, orgId, about, title, text, writtenAt: now, pen: null, state, returned: null, judgedBy: null },
    takesPart: { occurredAt, receivedAt: now },
  }
  return (await writeReflection(reflection, null)) ? state : refuse('BUSY')
}
