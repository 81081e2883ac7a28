import type { QuizMode } from '@/contracts/quiz'
import { quizState } from '@/domain/quiz/window'
import { alongside, forCaller } from './alongside'
import { _, find, findById, findByIds, isIn } from './database'
import type { AttemptDoc, QuizDoc, QuizQuestion, Submission } from './documents'

export const findQuiz = (quizId: string) => findById<QuizDoc>('quizzes', quizId)

export const quizById = (quizId: string) => alongside<QuizDoc>('quizzes', { $match: { _id: quizId } }, { $limit: 1 })

/** A quiz as lists show it: how many questions, but none of them. */
export type QuizSummary = Omit<QuizDoc, 'questions'>

/** An attempt as lists show it: whether it was handed in, not what. */
export type AttemptSummary = Pick<
  AttemptDoc,
  '_id' | 'number' | 'dealtAt' | 'deadlineAt' | 'along' | 'minutes' | 'openedAt'
> & {
  submission: Pick<Submission, 'at'> | null
}

/**
 * The caller's quizzes of some modes that have begun and not yet closed, soonest to close first, each with the caller's own attempts at it in no
 * order; at most 20. A daily series may be over before it closes: that a rule decides (`quizState`).
 */
export const openQuizzes = (now: number, modes: readonly QuizMode[]) =>
  alongside<QuizSummary & { own: AttemptSummary[] }>(
    'quizzes',
    { $match: { closesAt: { $gt: now }, opensAt: { $lte: now }, mode: { $in: [...modes] }, ...forCaller } },
    { $sort: { closesAt: 1, _id: 1 } },
    { $limit: 20 },
    { $project: { questions: 0 } },
    { $addFields: { owner: { $concat: ['$_id', '.', '$$personId'] } } },
    { $lookup: { from: 'attempts', localField: 'owner', foreignField: 'owner', as: 'own' } },
    { $project: { owner: 0, 'own.dealt': 0, 'own.draft': 0, 'own.others': 0, 'own.submission.answers': 0 } },
  )

/** The caller's quizzes that open later, until an instant, soonest first; at most 10. */
export const comingQuizzes = (now: number, until: number) =>
  alongside<Pick<QuizDoc, '_id' | 'title' | 'mode' | 'opensAt'>>(
    'quizzes',
    { $match: { closesAt: { $gt: now }, opensAt: { $gt: now, $lte: until }, ...forCaller } },
    { $sort: { opensAt: 1, _id: 1 } },
    { $limit: 10 },
    { $project: { title: 1, mode: 1, opensAt: 1 } },
  )

/** A quiz with what marks are derived from, and no more of its questions. */
export type GradingQuiz = Pick<
  QuizDoc,
  | '_id'
  | 'title'
  | 'mode'
  | 'opensAt'
  | 'closesAt'
  | 'closedAt'
  | 'minutes'
  | 'attemptsAllowed'
  | 'pointsEach'
  | 'passMark'
  | 'partial'
  | 'graceHours'
  | 'corrections'
> & {
  questions: Pick<QuizQuestion, 'id' | 'kind' | 'key' | 'accepted' | 'full'>[]
}

/** Of a county's 120 questions these fields are some 10 KB: so many stay well below the 1 MB of an answer. */
const QUIZZES_AT_ONCE = 20

export const findGradingQuizzes = (quizIds: readonly string[]) =>
  findByIds<GradingQuiz>('quizzes', quizIds, {
    page: QUIZZES_AT_ONCE,
    fields: [
      ...['title', 'mode', 'opensAt', 'closesAt', 'closedAt', 'minutes', 'attemptsAllowed'],
      ...['pointsEach', 'passMark', 'partial', 'graceHours'],
      ...['questions.id', 'questions.kind', 'questions.key', 'questions.accepted', 'questions.full'],
      // the history of keys, without why
      ...['id', 'questionId', 'before', 'after', 'at'].map((field) => `corrections.${field}`),
    ],
  })

/** How quizzes count, by id. */
export const findModes = (quizIds: readonly string[]) =>
  findByIds<Pick<QuizDoc, '_id' | 'mode'>>('quizzes', quizIds, { fields: ['mode'] })

/** Exams and daily series of some organisations in which one can begin at an instant, the soonest to close first; of the next hundred to close. */
export async function quizzesToTake(orgIds: readonly string[], at: number) {
  if (orgIds.length === 0) return []
  const fields = ['title', 'orgId', 'opensAt', 'closesAt', 'closedAt', 'mode', 'attemptsAllowed'] as const
  const found = await find<Pick<QuizDoc, '_id' | (typeof fields)[number]>>(
    'quizzes',
    { closesAt: _.gt(at), opensAt: _.lte(at), mode: isIn(['exam', 'daily']), orgId: isIn(orgIds) },
    { orderBy: [['closesAt', 'asc']], limit: 100, fields },
  )
  // closed by hand, or a series whose days are over
  return found.filter((quiz) => quizState(quiz, at) === 'open')
}
