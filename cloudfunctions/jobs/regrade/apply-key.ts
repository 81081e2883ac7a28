import { applyKey as contract } from '@/contracts/analysis'
import { caseSentences } from '@/contracts/errors'
import { canMakeQuiz } from '@/domain/people'
import { writeAudit } from '../../_data/audit'
import { correctionById } from '../../_data/key-corrections'
import { implement } from '../../_kit/action'
import { orderRegrade } from './regrade-job'

/** By whoever proposed it, once it is known what it does. A repeat finds the job, or that it holds. */
export const applyKey = implement(contract, {
  alongside: ({ correctionId }) => ({ correction: correctionById(correctionId) }),
  allow({ caller, found: { correction }, refuse }) {
    const proposal = correction[0] ?? refuse('NOT_FOUND')
    return canMakeQuiz(caller, proposal.org[0]?.path ?? []) && proposal.by === caller.person._id
  },
  async handle({ caller, found, now, requestId, refuse }) {
    const proposal = found.correction[0] ?? refuse('NOT_FOUND')
    const quiz = proposal.quiz[0] ?? refuse('NOT_FOUND')
    const { _id: correctionId, impact, base, orgId } = proposal
    const holds = quiz.corrections?.some(({ id }) => id === correctionId) ?? false
    if (!holds && (quiz.keyVersion ?? 0) !== base)
      return refuse('CHANGED_MEANWHILE', '', caseSentences.keyCorrected.say)
    if (impact === null) return refuse('CHANGED_MEANWHILE', '', caseSentences.keyNotChecked.say)
    const actor = caller.person._id
    // before the order: what was let hold is never without its line
    const line = { actor, action: 'applyKey', object: correctionId, at: now, requestId }
    await writeAudit({ _id: `applyKey.${correctionId}`, ...line })
    const job = await orderRegrade(actor, orgId, quiz.title, { correctionId, apply: true }, now)
    return { jobId: job._id }
  },
})
