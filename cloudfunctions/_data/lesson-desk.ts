import { createHash } from 'node:crypto'
import { alongside } from './alongside'
import { find, findById, insertOnce, update, whole } from './database'
import type { FactDoc, LessonBodyDoc, LessonDoc, OrganisationDoc } from './documents'

/** The id of a lesson that is written at the desk: the same for the same order of the same person sent again. */
export const lessonIdOf = (personId: string, key: string): string =>
  `lesson-${createHash('sha256').update(`lesson.${personId}.${key}`).digest('hex').slice(0, 24)}`

const withOrg = { $lookup: { from: 'organisations', localField: 'orgId', foreignField: '_id', as: 'org' } }

export const lessonWithOrg = (lessonId: string) =>
  alongside<LessonDoc & { org: OrganisationDoc[] }>('lessons', { $match: { _id: lessonId } }, { $limit: 1 }, withOrg)

const MOST = 100

/** The lessons of an organisation itself, the latest first, those on the shelf before all; at most 100. */
export const lessonsOf = (orgId: string) =>
  alongside<LessonDoc>(
    'lessons',
    { $match: { orgId } },
    { $sort: { publishedAt: -1, _id: 1 } },
    { $limit: MOST },
    { $project: { check: 0, questions: 0 } },
  )

export const findLesson = (lessonId: string) => findById<LessonDoc>('lessons', lessonId)

/** Adds a lesson: what is read in it first, so that nobody is shown an empty one. A repeat changes nothing. */
export async function addLesson(lesson: LessonDoc, body: LessonBodyDoc): Promise<'inserted' | 'exists'> {
  await insertOnce('lessonBodies', body)
  return insertOnce('lessons', lesson)
}

/** Whether anybody has completed it, whatever became of that since. */
export const isTaken = async (lessonId: string): Promise<boolean> =>
  (await find<FactDoc>('facts', { activityId: lessonId, kind: 'lesson' }, { limit: 1, fields: ['_id'] })).length > 0

/** Moves its publication: false when it is not where it was seen any more. */
export const movePublication = async (
  lessonId: string,
  was: number,
  to: number,
  withdrawn: LessonDoc['withdrawn'],
): Promise<boolean> =>
  (await update(
    'lessons',
    { _id: lessonId, publishedAt: was },
    { publishedAt: to, withdrawn: withdrawn ? whole(withdrawn) : null },
  )) === 1
