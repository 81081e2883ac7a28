import type { InputOf } from '@/contracts/action'
import { caseSentences } from '@/contracts/errors'
import { checkIn as contract } from '@/contracts/themeday'
import { settling } from '@/domain/participation'
import { isAddressee } from '@/domain/people'
import { decideCheckIn, isOnRoster, lateScanOf, parseToken } from '@/domain/themeday'
import { keepLateScan, ownAttendance } from '../_data/attendances'
import { factOf, recordOwnFact, standingFact } from '../_data/facts'
import { themeDayWithOrg } from '../_data/theme-days'
import { implement } from '../_kit/action'
import { checkInTries, prove } from './prove'

/** The theme day that a token names proves nothing yet: it tells which secret to check it with. */
const themeDayIdOf = (input: InputOf<typeof contract>): string =>
  'token' in input ? (parseToken(input.token)?.themeDayId ?? '') : input.themeDayId

/**
 * Two database requests: the caller with the theme day, an earlier check-in and the tries, and the fact. Three for a code that was typed: each one is
 * counted.
 */
export const checkIn = implement(contract, {
  alongside: (input, { openid }) => ({
    themeDay: themeDayWithOrg(themeDayIdOf(input)),
    fact: factOf('themeday', themeDayIdOf(input), openid),
    attendance: ownAttendance(themeDayIdOf(input), openid),
    tries: checkInTries(openid, themeDayIdOf(input)),
  }),
  // someone else's theme day is a wrong screen rather than a missing right: the code says what to do; who was expected and has
  // been transferred since may still send what they scanned
  allow({ caller, found, refuse }) {
    const { orgId, roster } = found.themeDay[0] ?? refuse('NOT_FOUND')
    return isAddressee(caller, orgId) || isOnRoster(roster, caller.person) || refuse('NOT_EXPECTED')
  },
  async handle({ caller, input, now, found, refuse }) {
    const themeDay = found.themeDay[0] ?? refuse('NOT_FOUND')
    const { _id: themeDayId, title, roster } = themeDay
    const answer = (checkedInAt: number, state: 'in' | 'waiting' = 'in') => {
      return { themeDayId, title, orgName: themeDay.org[0]?.name ?? '', checkedInAt, state }
    }
    const earlier = settling(await standingFact(found.fact))
    if (earlier?.withdrawn) return refuse('WITHDRAWN')
    if (earlier) return answer(earlier.occurredAt)

    const proof = await prove(themeDay, input, { openid: caller.openid, now, tries: found.tries })
    const decision = decideCheckIn(themeDay, proof)
    if (!decision.ok) return refuse(decision.code)
    if (!isOnRoster(roster, caller.person)) return refuse('NOT_EXPECTED')

    const { occurredAt } = decision
    if (decision.late) {
      const known = found.attendance[0]?.lateScan ?? null
      if (known?.state === 'declined') return refuse('CODE_EXPIRED', 'declined', caseSentences.lateScanDeclined.say)
      if (known) return answer(known.scannedAt, 'waiting')
      const lateScan = lateScanOf(proof, 'token' in input ? input.scannedAt : undefined, now)
      await keepLateScan({ themeDayId, personId: caller.person._id }, lateScan)
      return answer(lateScan.scannedAt, 'waiting')
    }
    const fact = { kind: 'themeday', activityId: themeDayId, occurredAt, recordedAt: now } as const
    const first = await recordOwnFact(caller, fact)
    if (!first) return refuse('NOT_MEMBER_THEN', 'oneself', caseSentences.notMemberYet.say)
    return first.withdrawn ? refuse('WITHDRAWN') : answer(first.occurredAt)
  },
})
