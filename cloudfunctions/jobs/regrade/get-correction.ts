import { type Correction, getCorrection as contract } from '@/contracts/analysis'
import { canMakeQuiz } from '@/domain/people'
import type { StoredKey } from '@/domain/quiz/keys'
import { findJob } from '../../_data/jobs'
import { type CorrectionWithQuiz, correctionById } from '../../_data/key-corrections'
import { implement } from '../../_kit/action'
import { regradeJobId } from './regrade-job'

/** A proposal as it stands: whether it holds is read off the quiz, whether it is being applied off its job. */
export const getCorrection = implement(contract, {
  alongside: ({ correctionId }) => ({ correction: correctionById(correctionId) }),
  allow: ({ caller, found: { correction }, refuse }) =>
    canMakeQuiz(caller, correction[0]?.org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ found, refuse }) {
    const proposal = found.correction[0] ?? refuse('NOT_FOUND')
    const { _id: correctionId, quizId, questionId, reason, before, after, by } = proposal
    const [checking, applying] = await Promise.all(
      [false, true].map((apply) => findJob(regradeJobId(by, correctionId, apply))),
    )
    const holding = proposal.quiz[0]?.corrections?.find(({ id }) => id === correctionId)
    const state = stateOf(proposal, holding !== undefined, applying?.state ?? null)
    const job = state === 'checking' ? checking : state === 'applying' ? applying : null
    return {
      correctionId,
      quizId,
      questionId,
      reason,
      before: shownKey(before),
      after: shownKey(after),
      state,
      impact: holding?.impact ?? proposal.impact,
      jobId: job?._id ?? null,
    }
  },
})

const shownKey = ({ key, accepted, full }: StoredKey): Correction['before'] => ({ options: key, accepted, full })

function stateOf(proposal: CorrectionWithQuiz, holds: boolean, applying: string | null): Correction['state'] {
  if (holds) return 'applied'
  if ((proposal.quiz[0]?.keyVersion ?? 0) !== proposal.base) return 'outdated'
  if (applying === 'waiting' || applying === 'running') return 'applying'
  return proposal.impact === null ? 'checking' : 'checked'
}
