import { alongside, forCaller } from './alongside'
import type { LessonDoc } from './documents'

export const lessonById = (lessonId: string) =>
  alongside<LessonDoc>('lessons', { $match: { _id: lessonId } }, { $limit: 1 })

/** A lesson as lists show it. */
export type LessonSummary = Pick<LessonDoc, '_id' | 'title' | 'orgId' | 'track' | 'minutes' | 'publishedAt'>

/** Published lessons for the caller, latest first; at most 50. */
export const publishedLessons = (now: number) =>
  alongside<LessonSummary>(
    'lessons',
    { $match: { publishedAt: { $lte: now }, ...forCaller } },
    { $sort: { publishedAt: -1 } },
    { $limit: 50 },
    { $project: { title: 1, orgId: 1, track: 1, minutes: 1, publishedAt: 1 } },
  )
