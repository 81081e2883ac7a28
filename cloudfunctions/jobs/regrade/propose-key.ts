import type { InputOf } from '@/contracts/action'
import { proposeKey as contract } from '@/contracts/analysis'
import { caseSentences } from '@/contracts/errors'
import { canMakeQuiz } from '@/domain/people'
import { changedKey, keyOf, withKey } from '@/domain/quiz/keys'
import { quizAndOrg } from '../../_data/analyses'
import type { KeyCorrectionDoc, QuizQuestion } from '../../_data/documents'
import { addCorrection, correctionId, findCorrection } from '../../_data/key-corrections'
import { isRefused } from '../../_data/text-check'
import { implement } from '../../_kit/action'
import { orderRegrade } from './regrade-job'

/** So many corrections a quiz keeps: each stands in its document, which every result reads. */
export const MOST_CORRECTIONS = 50

export const proposeKey = implement(contract, {
  alongside: ({ quizId }) => ({ quiz: quizAndOrg(quizId) }),
  allow: ({ caller, found: { quiz }, refuse }) => canMakeQuiz(caller, quiz[0]?.org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, found, refuse }) {
    const quiz = found.quiz[0] ?? refuse('NOT_FOUND')
    const question = quiz.questions.find(({ id }) => id === input.questionId) ?? refuse('NOT_FOUND')
    const by = caller.person._id
    const _id = correctionId(by, input.key)
    const known = await findCorrection(_id)
    if (known) {
      // the same tap, sent again
      if (!isSame(known, input, question)) return refuse('KEY_USED')
    } else {
      const base = quiz.keyVersion ?? 0
      const { keyCorrected, keyReasonRefused, tooManyCorrections } = caseSentences
      if (base !== input.version) return refuse('CHANGED_MEANWHILE', '', keyCorrected.say)
      if (base >= MOST_CORRECTIONS) return refuse('TOO_MUCH', '', tooManyCorrections.say)
      const changed = changedKey(question, input.change)
      if (!changed.ok) return refuse(changed.reason)
      if (await isRefused(caller.openid, input.reason)) return refuse('TEXT_REFUSED', '', keyReasonRefused.say)
      const { quizId, questionId, reason } = input
      const proposal = { quizId, orgId: quiz.orgId, questionId, base, reason, by, proposedAt: now, impact: null }
      await addCorrection({ _id, ...proposal, before: keyOf(question), after: changed.key })
    }
    const job = await orderRegrade(by, quiz.orgId, quiz.title, { correctionId: _id, apply: false }, now)
    return { correctionId: _id, jobId: job._id }
  },
})

function isSame(known: KeyCorrectionDoc, input: InputOf<typeof contract>, question: QuizQuestion): boolean {
  // what the change makes of the key that it was proposed for
  const changed = changedKey(withKey(question, known.before), input.change)
  return (
    known.quizId === input.quizId &&
    known.questionId === input.questionId &&
    known.base === input.version &&
    known.reason === input.reason &&
    changed.ok &&
    JSON.stringify(changed.key) === JSON.stringify(known.after)
  )
}
