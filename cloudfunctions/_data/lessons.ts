import { alongside, forCaller } from './alongside'
import { findByIds } from './database'
import type { LessonBodyDoc, LessonDoc } from './documents'

/** A lesson without what is read in it. */
export const lessonById = (lessonId: string) =>
  alongside<LessonDoc>('lessons', { $match: { _id: lessonId } }, { $limit: 1 })

/** What is read in a lesson. Whether the caller may see it, the lesson says. */
export const lessonBody = (lessonId: string) =>
  alongside<LessonBodyDoc>('lessonBodies', { $match: { _id: lessonId } }, { $limit: 1 })

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

/** Published lessons for the caller with the questions that each explains; at most 200, latest first. */
export const lessonsWithQuestions = (now: number) =>
  alongside<Pick<LessonDoc, '_id' | 'title' | 'questions'>>(
    'lessons',
    { $match: { publishedAt: { $lte: now }, ...forCaller } },
    { $sort: { publishedAt: -1 } },
    { $limit: 200 },
    { $project: { title: 1, questions: 1 } },
  )

/** Published lessons for the caller with what each has besides text; at most 200, latest first. */
export const lessonsToStudy = (now: number) =>
  alongside<LessonSummary & Pick<LessonDoc, 'media'>>(
    'lessons',
    { $match: { publishedAt: { $lte: now }, ...forCaller } },
    { $sort: { publishedAt: -1 } },
    { $limit: 200 },
    { $project: { title: 1, orgId: 1, track: 1, minutes: 1, publishedAt: 1, media: 1 } },
  )

/** One block of a lesson and nothing else to read. */
export const lessonBlock = (lessonId: string, block: number) =>
  alongside<LessonBodyDoc>(
    'lessonBodies',
    { $match: { _id: lessonId } },
    { $limit: 1 },
    { $project: { blocks: { $slice: ['$blocks', block, 1] } } },
  )

/** Titles of lessons by id. */
export async function findTitles(lessonIds: readonly string[]): Promise<Map<string, string>> {
  if (lessonIds.length === 0) return new Map()
  const found = await findByIds<Pick<LessonDoc, '_id' | 'title'>>('lessons', lessonIds, { fields: ['title'] })
  return new Map(found.map(({ _id, title }) => [_id, title]))
}
