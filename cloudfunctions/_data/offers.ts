import { alongside } from './alongside'
import type { LessonDoc, QuizDoc } from './documents'

/** As many as fit into an answer with the caller: 90 bytes each. The latest are kept. */
const MOST_OFFERS = 4000

export type OfferedQuiz = Pick<QuizDoc, 'orgId' | 'opensAt' | 'closesAt' | 'closedAt'>
export type OfferedLesson = Pick<LessonDoc, 'orgId' | 'publishedAt'>

/** Quizzes that were open at some time between two instants, of all organisations. One that was taken back closed at 0. */
export const quizzesBetween = (from: number, to: number) =>
  alongside<OfferedQuiz>(
    'quizzes',
    { $match: { closesAt: { $gte: from }, opensAt: { $lt: to } } },
    { $sort: { closesAt: -1 } },
    { $limit: MOST_OFFERS },
    { $project: { _id: 0, orgId: 1, opensAt: 1, closesAt: 1, closedAt: 1 } },
  )

/** Lessons that were published before an instant, of all organisations. */
export const lessonsBefore = (to: number) =>
  alongside<OfferedLesson>(
    'lessons',
    { $match: { publishedAt: { $lt: to } } },
    { $sort: { publishedAt: 1 } },
    { $limit: MOST_OFFERS },
    { $project: { _id: 0, orgId: 1, publishedAt: 1 } },
  )
