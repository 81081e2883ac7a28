import type { Difficulty } from '@/domain/quiz/making'
import { alongside } from './alongside'
import { aggregate } from './database'
import type { QuizDoc, QuizQuestion } from './documents'

/** More documents than a handbook has chapters. */
const MOST_CHAPTERS = 60

/** A chapter of the handbook, as far as choosing questions goes: without options and keys. */
export interface BankChapter {
  _id: string
  title: string
  items: (Pick<QuizQuestion, 'id' | 'stem' | 'kind' | 'tags'> & { difficulty: Difficulty })[]
}

/** All chapters, in order: of 120 questions some 15 KB, of two thousand 250. */
export const quizBank = () =>
  alongside<BankChapter>(
    'handbook',
    { $sort: { order: 1, _id: 1 } },
    { $limit: MOST_CHAPTERS },
    {
      $project: {
        title: 1,
        'items.id': 1,
        'items.stem': 1,
        'items.kind': 1,
        'items.tags': 1,
        'items.difficulty': 1,
      },
    },
  )

/** The questions that the organisation's last quiz had, whichever opened last; none when it had none. */
export const lastQuizOf = (orgId: string) =>
  alongside<Pick<QuizDoc, '_id'> & { questions: { id: string }[] }>(
    'quizzes',
    { $match: { orgId, closesAt: { $gt: 0 } } },
    { $sort: { closesAt: -1, _id: 1 } },
    { $limit: 1 },
    { $project: { 'questions.id': 1 } },
  )

/** Questions of the handbook by id, whole, with their keys; those that there are. */
export async function findBankQuestions(ids: readonly string[]): Promise<QuizQuestion[]> {
  if (ids.length === 0) return []
  const rows = await aggregate<{ _id: string; item: QuizQuestion }>('handbook', [
    { $match: { 'items.id': { $in: [...ids] } } },
    { $unwind: '$items' },
    { $match: { 'items.id': { $in: [...ids] } } },
    { $project: { item: '$items' } },
    { $limit: ids.length },
  ])
  return rows.map(({ item }) => item)
}

/** The same as `lastQuizOf`, when the organisation is known only now. */
export const findLastQuiz = (orgId: string): Promise<(Pick<QuizDoc, '_id'> & { questions: { id: string }[] })[]> =>
  aggregate('quizzes', lastQuizOf(orgId).pipeline)
