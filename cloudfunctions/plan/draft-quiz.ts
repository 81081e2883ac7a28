import { randomInt } from 'node:crypto'
import type { InputOf, OutputOf } from '@/contracts/action'
import { caseSentences } from '@/contracts/errors'
import { draftQuiz as contract } from '@/contracts/plan'
import { canMakeQuiz } from '@/domain/people'
import type { QuizDraftDoc } from '../_data/documents'
import { organisationById } from '../_data/organisations'
import { lastQuizOf, quizBank } from '../_data/quiz-bank'
import { addDraft, draftIdOf, draftWithOrg, findDraft, saveDraft } from '../_data/quiz-drafts'
import { implement } from '../_kit/action'
import { refuse } from '../_kit/refusal'
import { bankOf, choiceOf, recentOf, shortOf } from './choosing'
import { joined } from './managed'

type Content = Pick<InputOf<typeof contract>, 'settings' | 'parts' | 'own'>

/**
 * Two database requests: the caller with the draft (or the organisation) and what there is to choose from; the draft. A phone that sends the same content again
 * without having seen the answer is answered as before.
 */
export const draftQuiz = implement(contract, {
  alongside: (input) => ({
    org: organisationById('orgId' in input ? input.orgId : ''),
    draft: draftWithOrg('draftId' in input ? input.draftId : ''),
    chapters: quizBank(),
    last: lastQuizOf('orgId' in input ? input.orgId : ''),
  }),
  allow: ({ caller, input, found }) =>
    canMakeQuiz(caller, 'orgId' in input ? (found.org[0]?.path ?? refuse('NOT_FOUND')) : joined(found.draft).org.path),
  async handle({ caller, input, now, found }) {
    const { settings, parts, own } = input
    const content: Content = { settings, parts, own }
    const bank = bankOf(found.chapters)
    const by = caller.person._id
    if ('orgId' in input) {
      const seed = randomInt(2 ** 31)
      const { chosen } = choiceOf(bank, { parts, seed }, recentOf(found.last), [])
      const draft: QuizDraftDoc = {
        _id: draftIdOf(by, input.key),
        orgId: input.orgId,
        ...{ createdBy: by, updatedBy: by, createdAt: now, updatedAt: now },
        ...{ revision: 1, ...content, chosen, seed, state: 'draft', round: 1 },
      }
      if ((await addDraft(draft)) === 'inserted') return saved(draft)
      const known = (await findDraft(draft._id)) ?? refuse('BUSY')
      return isSame(known, content) ? saved(known) : changed(known)
    }

    const { row: known } = joined(found.draft)
    // the answer to this very save was lost
    const again = known.revision === input.revision + 1 && known.updatedBy === by && isSame(known, content)
    if (again && known.state === 'draft') return saved(known)
    if (known.revision !== input.revision || known.state !== 'draft') return changed(known)
    const sameRule = JSON.stringify(known.parts) === JSON.stringify(parts)
    const keep = known.chosen.map(({ questionId }) => questionId)
    const chosen = sameRule ? known.chosen : choiceOf(bank, { parts, seed: known.seed }, [], keep).chosen
    const next = { ...content, chosen, seed: known.seed, updatedAt: now, updatedBy: by }
    if (!(await saveDraft(known._id, known.revision, next))) return changed(known)
    return saved({ ...known, ...next, revision: known.revision + 1 })
  },
})

const isSame = (known: QuizDraftDoc, { settings, parts, own }: Content): boolean => {
  const sorted = (value: object) => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  return (
    sorted(known.settings) === sorted(settings) &&
    JSON.stringify([known.parts, known.own]) === JSON.stringify([parts, own])
  )
}

const changed = ({ state }: Pick<QuizDraftDoc, 'state'>): never =>
  state === 'draft'
    ? refuse('CHANGED_MEANWHILE', 'draft', caseSentences.draftChanged.say)
    : refuse('CHANGED_MEANWHILE', 'published', caseSentences.draftPublished.say)

/** What a save answers. */
export const saved = (draft: QuizDraftDoc): OutputOf<typeof contract> => ({
  draftId: draft._id,
  revision: draft.revision,
  updatedAt: draft.updatedAt,
  chosen: draft.chosen,
  short: shortOf(draft),
})
