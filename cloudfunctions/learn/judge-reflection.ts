import { caseSentences } from '@/contracts/errors'
import { judgeReflection as contract } from '@/contracts/writing'
import { canReadReflections } from '@/domain/people'
import { writeAudit } from '../_data/audit'
import { findReflection, judge, reflectionWithOrg } from '../_data/reflections'
import { implement } from '../_kit/action'

/** Three database requests: the caller with the reflection, the verdict, the audit log; one more when somebody was faster. */
export const judgeReflection = implement(contract, {
  alongside: ({ id }) => ({ reflection: reflectionWithOrg(id) }),
  allow: ({ caller, found, refuse }) =>
    canReadReflections(caller, found.reflection[0]?.org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, requestId, found, refuse }) {
    const reflection = found.reflection[0] ?? refuse('NOT_FOUND')
    const { verdict } = input
    const returned = verdict.show ? null : verdict.reason
    const wanted = {
      state: verdict.show ? ('shown' as const) : ('returned' as const),
      returned,
      judgedBy: caller.person._id,
    }
    const seen = { _id: reflection._id, writtenAt: input.writtenAt, state: input.was }
    if (!(await judge(seen, wanted))) {
      const current = (await findReflection(reflection._id)) ?? refuse('NOT_FOUND')
      const isDone =
        current.writtenAt === input.writtenAt &&
        current.state === wanted.state &&
        current.returned === returned &&
        current.judgedBy === wanted.judgedBy
      // the same call again, whose first answer was lost
      if (isDone) return { state: wanted.state }
      return refuse(
        'CHANGED_MEANWHILE',
        undefined,
        current.writtenAt === input.writtenAt ? caseSentences.reflectionJudged.say : undefined,
      )
    }
    const action = verdict.show ? 'showReflection' : 'returnReflection'
    await writeAudit({
      _id: `${requestId}.${action}`,
      actor: caller.person._id,
      action,
      object: reflection._id,
      at: now,
      requestId,
    })
    return { state: wanted.state }
  },
})
