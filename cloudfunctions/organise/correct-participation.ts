import { caseSentences } from '@/contracts/errors'
import { correctParticipation as contract } from '@/contracts/organise'
import { factId } from '@/domain/participation/fact'
import { canCorrect } from '@/domain/people'
import { placeOn } from '@/domain/people/membership'
import { BACKDATE_DAYS } from '@/domain/people/moves'
import { DAY_MS, dayOf } from '@/domain/time/day'
import { correctParticipation as correct } from '../_data/corrections'
import type { FactDoc, PersonDoc } from '../_data/documents'
import { factWithOrg } from '../_data/facts'
import { findOrganisation } from '../_data/organisations'
import { personWithOrgs } from '../_data/people'
import { isRefused } from '../_data/text-check'
import { implement } from '../_kit/action'

/** For those who are responsible for the place at which the participation counts. */
export const correctParticipation = implement(contract, {
  alongside: ({ kind, activityId, personId }) => ({
    entry: factWithOrg(kind, activityId, personId),
    person: personWithOrgs(personId),
  }),
  allow({ caller, found, refuse }) {
    return canCorrect(caller, found.entry[0]?.org[0]?.path ?? refuse('NOT_FOUND'))
  },
  async handle({ caller, input, now, requestId, found, refuse }) {
    const { kind, activityId, personId, withdrawn, occurredAt, was, reason } = input
    /** On the other day the person may have belonged elsewhere: who puts a participation there answers for that place too. */
    const mayPutThere = async (entry: FactDoc | undefined, person: PersonDoc, at: number | undefined) => {
      const place = at === undefined ? null : placeOn(person, dayOf(at))
      if (!place || place.orgId === entry?.orgId) return
      const org = await findOrganisation(place.orgId)
      if (!org || !canCorrect(caller, org.path)) refuse('FORBIDDEN')
    }
    if (occurredAt !== undefined && (occurredAt > now || occurredAt < now - BACKDATE_DAYS * DAY_MS)) refuse('MOVE_DAY')
    const person = found.person[0] ?? refuse('NOT_FOUND')
    await mayPutThere(found.entry[0], person, occurredAt)
    if (was !== undefined && found.entry[0]?.channel !== was) {
      return refuse('CHANGED_MEANWHILE', 'channel', caseSentences.enteredOtherwise.say)
    }
    // it stands in the member's own record
    if (await isRefused(caller.openid, reason)) return refuse('TEXT_REFUSED', 'reason', caseSentences.reasonRefused.say)
    const outcome = await correct({
      key: factId(kind, activityId, personId),
      person,
      withdrawn,
      occurredAt,
      reason,
      recorder: caller.person._id,
      now,
      requestId,
    })
    if (!outcome.ok) return refuse(outcome.code)
    const { fact } = outcome
    const { revision, day, orgId } = fact
    return { revision, withdrawn: fact.withdrawn, occurredAt: fact.occurredAt, day, orgId }
  },
})
