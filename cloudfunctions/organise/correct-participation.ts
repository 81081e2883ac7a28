import { correctParticipation as contract } from '@/contracts/organise'
import { factId } from '@/domain/participation/fact'
import { canCorrect } from '@/domain/people'
import { BACKDATE_DAYS } from '@/domain/people/moves'
import { DAY_MS } from '@/domain/time/day'
import { correctParticipation as correct } from '../_data/corrections'
import { factWithOrg } from '../_data/facts'
import { personWithOrgs } from '../_data/people'
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
    const { kind, activityId, personId, withdrawn, occurredAt, reason } = input
    if (occurredAt !== undefined && (occurredAt > now || occurredAt < now - BACKDATE_DAYS * DAY_MS)) refuse('MOVE_DAY')
    const outcome = await correct({
      key: factId(kind, activityId, personId),
      person: found.person[0] ?? refuse('NOT_FOUND'),
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
