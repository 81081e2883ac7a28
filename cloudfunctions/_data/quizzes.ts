import { alongside, forCaller } from './alongside'
import type { QuizDoc } from './documents'

export const quizById = (quizId: string) => alongside<QuizDoc>('quizzes', { $match: { _id: quizId } }, { $limit: 1 })

/** A quiz as lists show it: how many questions, but none of them. */
export type QuizSummary = Omit<QuizDoc, 'questions'>

/** The caller's quizzes that have begun and not yet closed, soonest to close first; at most 20. */
export const openQuizzes = (now: number) =>
  alongside<QuizSummary>(
    'quizzes',
    { $match: { closesAt: { $gt: now }, opensAt: { $lte: now }, ...forCaller } },
    { $sort: { closesAt: 1 } },
    { $limit: 20 },
    { $project: { questions: 0 } },
  )
