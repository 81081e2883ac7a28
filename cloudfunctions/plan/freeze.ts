import { caseSentences } from '@/contracts/errors'
import { problemOf, quizNumbers, settingsProblem } from '@/domain/quiz/making'
import type { OrganisationDoc, QuizDoc, QuizDraftDoc, QuizQuestion } from '../_data/documents'
import { findBankQuestions } from '../_data/quiz-bank'
import { quizIdOf } from '../_data/quiz-drafts'
import { refuse } from '../_kit/refusal'

/** The questions of a draft, whole: those of the handbook as they are now, then the maker's own. One database request. */
export async function questionsOf(draft: QuizDraftDoc): Promise<QuizQuestion[]> {
  const found = new Map(
    (await findBankQuestions(draft.chosen.map(({ questionId }) => questionId))).map((q) => [q.id, q]),
  )
  const own = draft.own.map(
    ({ id, kind, stem, options, key, accepted, explanation, source, difficulty }): QuizQuestion => ({
      ...{ id, kind, stem: stem.trim(), options: options.map((option) => option.trim()) },
      ...{ key: [...key].sort((a, b) => a - b), accepted: accepted.map((one) => one.trim()).filter(Boolean) },
      ...{ explanation: explanation.trim(), source, tags: [], difficulty },
    }),
  )
  return [...draft.chosen.flatMap(({ questionId }) => found.get(questionId) ?? []), ...own]
}

/** The quiz that a draft makes. */
export function quizOf(draft: QuizDraftDoc, questions: QuizQuestion[], org: OrganisationDoc, now: number): QuizDoc {
  const { title, mode, opensAt, closesAt, partial, release, graceHours } = draft.settings
  return {
    _id: quizIdOf(draft),
    title: title.trim(),
    ...{ mode, orgId: org._id, path: org.path, opensAt, closesAt, partial, release, graceHours },
    ...quizNumbers(draft.settings, questions.length),
    questions,
    publishedAt: now,
    draftId: draft._id,
    closedAt: null,
    withdrawn: null,
  }
}

/** Throws QUIZ_INCOMPLETE or PLAN_TIMES with a sentence that says what to do, when a draft cannot be published now. */
export function requireReady(draft: QuizDraftDoc, questions: readonly QuizQuestion[], now: number): void {
  const incomplete = (say: string, detail: string) => refuse('QUIZ_INCOMPLETE', detail, say)
  const problem = settingsProblem(draft.settings, questions.length, now)
  if (problem === 'title') incomplete(caseSentences.noTitle.say, problem)
  if (questions.length === 0 && draft.chosen.length === 0) incomplete(caseSentences.noQuestions.say, 'none')
  const wanted = draft.parts.reduce((sum, { count }) => sum + count, 0)
  if (draft.chosen.length < wanted) incomplete(caseSentences.questionsShort.say, 'short')
  if (questions.length < draft.chosen.length + draft.own.length) incomplete(caseSentences.questionGone.say, 'gone')
  if (draft.own.some((own) => problemOf(own) !== null)) incomplete(caseSentences.ownUnfinished.say, 'own')
  if (problem === 'deal' || (draft.settings.deal === null && questions.length > MOST_DEALT)) {
    incomplete(caseSentences.dealTooMany.say, 'deal')
  }
  const times = {
    past: 'quizOver',
    tooLong: 'quizTooLong',
    seriesTooLong: 'quizTooLong',
    tooFewMinutes: 'quizMinutes',
  } as const
  if (problem === 'order') refuse('PLAN_TIMES', problem)
  if (problem !== null && problem in times) {
    refuse('PLAN_TIMES', problem, caseSentences[times[problem as keyof typeof times]].say)
  }
}

/** An answer names at most 100 questions (contracts/quiz). */
const MOST_DEALT = 100
