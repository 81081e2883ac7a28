import { caseSentences } from '@/contracts/errors'
import { discardQuizDraft as contract } from '@/contracts/plan'
import { canMakeQuiz } from '@/domain/people'
import { draftWithOrg, removeDraft } from '../_data/quiz-drafts'
import { implement } from '../_kit/action'
import { joined } from './managed'

/** Two database requests. One that is not there was removed before: nobody learns more than that. */
export const discardQuizDraft = implement(contract, {
  alongside: ({ draftId }) => ({ draft: draftWithOrg(draftId) }),
  allow: ({ caller, found: { draft } }) => draft.length === 0 || canMakeQuiz(caller, joined(draft).org.path),
  async handle({ input: { draftId }, found, refuse }) {
    const [draft] = found.draft
    if (draft && draft.state !== 'draft') {
      return refuse('CHANGED_MEANWHILE', 'published', caseSentences.draftPublished.say)
    }
    if (draft) await removeDraft(draftId)
    return { draftId }
  },
})
