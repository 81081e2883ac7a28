import { alongside, forCaller } from './alongside'
import { aggregate, findByIds } from './database'
import type { HandbookDoc, LessonDoc } from './documents'

/** More documents than a handbook has chapters. */
const MOST_CHAPTERS = 60

/** A chapter as the list of what there is names it. */
export type ChapterSummary = Pick<HandbookDoc, '_id' | 'version' | 'order'> & { count: number }

/** Which chapters there are, in order, and how many items each has. */
export const chapterList = () =>
  alongside<ChapterSummary>(
    'handbook',
    { $sort: { order: 1, _id: 1 } },
    { $limit: MOST_CHAPTERS },
    { $project: { version: 1, order: 1, count: { $size: '$items' } } },
  )

/** Published lessons for the caller with the questions that they explain, latest first; at most 200. */
export const explainingLessons = (now: number) =>
  alongside<Pick<LessonDoc, '_id' | 'title' | 'questions'>>(
    'lessons',
    { $match: { publishedAt: { $lte: now }, ...forCaller } },
    { $sort: { publishedAt: -1 } },
    { $limit: 200 },
    { $project: { title: 1, questions: 1 } },
  )

/** A chapter with `count` of its items from the place `from` on; null: it is gone. */
export async function findChapterPart(id: string, from: number, count: number): Promise<HandbookDoc | null> {
  const items = { $slice: ['$items', from, count] }
  const [chapter] = await aggregate<HandbookDoc>('handbook', [
    { $match: { _id: id } },
    { $limit: 1 },
    { $project: { title: 1, order: 1, version: 1, items } },
  ])
  return chapter ?? null
}

export const findChapters = (ids: readonly string[]) => findByIds<HandbookDoc>('handbook', ids)
