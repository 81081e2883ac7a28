import { randomInt } from 'node:crypto'
import { caseSentences } from '@/contracts/errors'
import { chooseQuestions as contract } from '@/contracts/plan'
import { canMakeQuiz } from '@/domain/people'
import { exchangeQuestion } from '@/domain/quiz/making'
import { findLastQuiz, quizBank } from '../_data/quiz-bank'
import { draftWithOrg, saveDraft } from '../_data/quiz-drafts'
import { implement } from '../_kit/action'
import { bankOf, choiceOf, recentOf } from './choosing'
import { saved } from './draft-quiz'
import { joined } from './managed'

/** Three database requests: the caller with the draft and the bank; the last quiz's questions; the draft. */
export const chooseQuestions = implement(contract, {
  alongside: ({ draftId }) => ({ draft: draftWithOrg(draftId), chapters: quizBank() }),
  allow: ({ caller, found }) => canMakeQuiz(caller, joined(found.draft).org.path),
  async handle({ caller, input, now, found, refuse }) {
    const { row: draft } = joined(found.draft)
    const changed = () => refuse('CHANGED_MEANWHILE', 'draft', caseSentences.draftChanged.say)
    if (draft.state !== 'draft') return refuse('CHANGED_MEANWHILE', 'published', caseSentences.draftPublished.say)
    if (draft.revision !== input.revision) return changed()
    const bank = bankOf(found.chapters)
    const recent = recentOf(await findLastQuiz(draft.orgId))
    const seed = randomInt(2 ** 31)
    const chosen =
      input.exchange === null
        ? choiceOf(bank, { parts: draft.parts, seed }, recent, []).chosen
        : exchangeQuestion(bank, draft.parts, draft.chosen, input.exchange, { recent, seed })
    if (chosen === null) return refuse('NOTHING_ELSE')
    const { settings, parts, own } = draft
    const next = { settings, parts, own, chosen, seed, updatedAt: now, updatedBy: caller.person._id }
    if (!(await saveDraft(draft._id, draft.revision, next))) return changed()
    return saved({ ...draft, ...next, revision: draft.revision + 1 })
  },
})
