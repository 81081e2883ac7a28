import { getQuizDraft as contract } from '@/contracts/plan'
import { findNames } from '../_data/people'
import { quizIdOf } from '../_data/quiz-drafts'
import { implement } from '../_kit/action'
import { saved } from './draft-quiz'
import { joined, managedDraft } from './managed'

/** Two database requests: the caller with the draft; the name of who changed it last. */
export const getQuizDraft = implement(contract, {
  ...managedDraft,
  async handle({ found }) {
    const { row: draft, org } = joined(found.draft)
    const names = await findNames([draft.updatedBy])
    return {
      ...saved(draft),
      orgId: org._id,
      orgName: org.name,
      settings: draft.settings,
      parts: draft.parts,
      own: draft.own.map(({ id, kind, stem, options, key, accepted, explanation, source, difficulty }) => ({
        ...{ id, kind, stem, explanation, source, difficulty },
        ...{ options: [...options], key: [...key], accepted: [...accepted] },
      })),
      state: draft.state,
      quizId: draft.state === 'published' ? quizIdOf(draft) : null,
      updatedBy: names.get(draft.updatedBy) ?? '',
    }
  },
})
