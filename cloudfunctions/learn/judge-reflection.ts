import { caseSentences } from '@/contracts/errors'
import { judgeReflection as contract } from '@/contracts/writing'
import { canReadReflections } from '@/domain/people'
import { writeAudit } from '../_data/audit'
import type { ReflectionDoc } from '../_data/documents'
import { findReflection, judge, reflectionWithOrg } from '../_data/reflections'
import { isRefused } from '../_data/text-check'
import { implement } from '../_kit/action'

/** Three database requests: the caller with the reflection, the verdict, the audit log; one more when somebody was faster, or it was sent again. */
export const judgeReflection = implement(contract, {
  alongside: ({ id }) => ({ reflection: reflectionWithOrg(id) }),
  allow: ({ caller, found, refuse }) =>
    canReadReflections(caller, found.reflection[0]?.org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, requestId, found, refuse }) {
    const reflection = found.reflection[0] ?? refuse('NOT_FOUND')
    const { verdict, writtenAt } = input
    const actor = caller.person._id
    // what a check was not sure of is looked at by somebody else than its writer
    if (verdict.show && reflection.personId === actor && reflection.state !== 'shown') {
      return refuse('FORBIDDEN', 'oneself', caseSentences.ownReflection.say)
    }
    const state = verdict.show ? ('shown' as const) : ('returned' as const)
    const returned = verdict.show ? null : verdict.reason
    const isDone = (is: ReflectionDoc) =>
      is.writtenAt === writtenAt && is.state === state && is.returned === returned && is.judgedBy === actor
    // the same call again, whose first answer was lost, has been checked
    if (returned !== null && !isDone(reflection) && (await isRefused(caller.openid, returned))) {
      return refuse('TEXT_REFUSED', 'reason', caseSentences.reasonRefused.say)
    }
    const seen = { _id: reflection._id, writtenAt, state: input.was }
    if (!(await judge(seen, { state, returned, judgedBy: actor }))) {
      const current = (await findReflection(reflection._id)) ?? refuse('NOT_FOUND')
      if (!isDone(current)) {
        const say = current.writtenAt === writtenAt ? caseSentences.reflectionJudged.say : undefined
        return refuse('CHANGED_MEANWHILE', undefined, say)
      }
    }
    const action = verdict.show ? 'showReflection' : 'returnReflection'
    const line = { actor, action, object: reflection._id, at: now, requestId }
    await writeAudit({ _id: `${reflection._id}.${writtenAt}.${input.was}.${action}.${actor}`, ...line })
    return { state }
  },
})
