import { alongside, forCaller } from './alongside'
import type { LessonDoc } from './documents'

export const lessonById = (lessonId: string) =>
  alongside<LessonDoc>('lessons', { $match: { _id: lessonId } }, { $limit: 1 })

/** A lesson without what is read in it: a document with its drawings may have 200 KB. */
export type LessonHead = Omit<LessonDoc, 'blocks'>

export const lessonHeadById = (lessonId: string) =>
  alongside<LessonHead>('lessons', { $match: { _id: lessonId } }, { $limit: 1 }, { $project: { blocks: 0 } })

/** A lesson as lists show it. */
export type LessonSummary = Pick<LessonDoc, '_id' | 'title' | 'orgId' | 'track' | 'minutes' | 'publishedAt'>

/** Published lessons for the caller, latest first; at most `most`. */
export const publishedLessons = (now: number, most = 50) =>
  alongside<LessonSummary>(
    'lessons',
    { $match: { publishedAt: { $lte: now }, ...forCaller } },
    { $sort: { publishedAt: -1 } },
    { $limit: most },
    { $project: { title: 1, orgId: 1, track: 1, minutes: 1, publishedAt: 1 } },
  )
