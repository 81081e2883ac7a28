import { caseSentences } from '@/contracts/errors'
import { publishQuiz as contract } from '@/contracts/plan'
import { writeAudit } from '../_data/audit'
import type { QuizDraftDoc } from '../_data/documents'
import { addQuiz } from '../_data/quiz-desk'
import { freezeDraft, markPublished, quizIdOf } from '../_data/quiz-drafts'
import { findQuiz } from '../_data/quizzes'
import { isRefused } from '../_data/text-check'
import { implement } from '../_kit/action'
import { questionsOf, quizOf, requireReady } from './freeze'
import { joined, managedDraft } from './managed'
import { deskOf } from './quiz-desk'

/**
 * First the draft is frozen, then the quiz is there whole, then the draft says so: a call that dies in between is sent again and goes on, two at once come to the
 * same quiz, and members see all of it or nothing.
 */
export const publishQuiz = implement(contract, {
  ...managedDraft,
  async handle({ caller, input, now, requestId, found, refuse }) {
    const { row: draft, org } = joined(found.draft)
    if (draft.state === 'published') {
      const quiz = (await findQuiz(quizIdOf(draft))) ?? refuse('NOT_FOUND')
      return deskOf(quiz, org, now)
    }
    const questions = await questionsOf(draft)
    if (draft.state === 'draft') {
      if (draft.revision !== input.revision) {
        return refuse('CHANGED_MEANWHILE', 'draft', caseSentences.draftChanged.say)
      }
      requireReady(draft, questions, now)
      if (await isRefused(caller.openid, ownWords(draft))) {
        return refuse('TEXT_REFUSED', 'quiz', caseSentences.quizWordsRefused.say)
      }
      // another call was faster, with this revision or a later one: asked again, the client sees which
      if (!(await freezeDraft(draft._id, draft.revision, now))) return refuse('BUSY')
    }
    const quiz = quizOf(draft, questions, org, now)
    const added = await addQuiz(quiz)
    await markPublished(draft._id)
    const line = { actor: caller.person._id, action: 'publishQuiz', object: quiz._id, at: now, requestId }
    await writeAudit({ _id: `publishQuiz.${quiz._id}`, ...line })
    return deskOf(added === 'inserted' ? quiz : ((await findQuiz(quiz._id)) ?? refuse('BUSY')), org, now)
  },
})

/** What the makers wrote themselves; the handbook's questions have been looked at. */
const ownWords = ({ settings, own }: QuizDraftDoc): string =>
  [
    settings.title,
    ...own.flatMap(({ stem, options, accepted, explanation, source }) => [
      ...[stem, ...options, ...accepted, explanation, source.document, source.article],
    ]),
  ].join('\n')
