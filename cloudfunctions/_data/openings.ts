import type { ParticipationKind } from '@/contracts/common'
import type { ThemeDayForm } from '@/contracts/themeday'
import { alongside } from './alongside'
import { aggregate, find, findByIds, isIn } from './database'
import type { AttemptDoc, AttendanceDoc, FactDoc, LessonDoc, OrganisationDoc, QuizDoc, ThemeDayDoc } from './documents'

/** What a list says of an activity. */
export interface ActivityInfo {
  readonly title: string
  readonly orgId: string
  readonly forms: readonly ThemeDayForm[]
}

/** Titles and holders of activities of a kind, by id; those that are there no more are left out. One request for 1,000. */
export async function findActivities(
  kind: ParticipationKind,
  ids: readonly string[],
): Promise<Map<string, ActivityInfo>> {
  const fields = ['title', 'orgId']
  if (kind === 'themeday') {
    const found = await findByIds<Pick<ThemeDayDoc, '_id' | 'title' | 'orgId' | 'forms'>>('themeDays', ids, {
      fields: [...fields, 'forms'],
    })
    return new Map(found.map(({ _id, title, orgId, forms }) => [_id, { title, orgId, forms }]))
  }
  const found = await findByIds<Pick<QuizDoc | LessonDoc, '_id' | 'title' | 'orgId'>>(
    kind === 'quiz' ? 'quizzes' : 'lessons',
    ids,
    { fields },
  )
  return new Map(found.map(({ _id, title, orgId }) => [_id, { title, orgId, forms: [] }]))
}

interface Asked {
  readonly kind: ParticipationKind
  readonly from: string
  readonly to: string
  /** null: all there are. */
  readonly orgIds: readonly string[] | null
}

/** How many corrections there are of one activity whose participation lies in a period, and when the latest was entered. */
interface Corrected {
  readonly _id: string
  readonly count: number
  readonly latest: number
}

const MOST_CORRECTED = 10_000

/** Corrections by activity. They have an index of their own, and there are few. */
export const findCorrections = ({ kind, from, to, orgIds }: Asked) =>
  aggregate<Corrected>('facts', [
    {
      $match: {
        ...{ revision: { $gt: 0 }, day: { $gte: from, $lte: to }, kind },
        ...(orgIds && { orgId: { $in: [...orgIds] } }),
      },
    },
    { $group: { _id: '$activityId', count: { $sum: 1 }, latest: { $max: '$recordedAt' } } },
    { $limit: MOST_CORRECTED },
  ])

/** When the latest entry of a day was made, of some activities only or (null) of any. */
export async function latestEntryOn(
  day: string,
  { kind, orgIds }: Pick<Asked, 'kind' | 'orgIds'>,
  activityIds: readonly string[] | null,
) {
  const [latest] = await find<Pick<FactDoc, '_id' | 'recordedAt'>>(
    'facts',
    { day, kind, ...(orgIds && { orgId: isIn(orgIds) }), ...(activityIds && { activityId: isIn(activityIds) }) },
    { orderBy: [['recordedAt', 'desc']], limit: 1, fields: ['recordedAt'] },
  )
  return latest?.recordedAt ?? null
}

const MOST_ENTRIES = 1000

/** All entries of a person's participations of a kind, each with the organisation at which it counts; read with the caller. */
export const entriesWithOrgs = (personId: string, kind: ParticipationKind) =>
  alongside<FactDoc & { org: OrganisationDoc[] }>(
    'facts',
    { $match: { personId, kind } },
    { $sort: { day: -1 } },
    { $limit: MOST_ENTRIES },
    { $lookup: { from: 'organisations', localField: 'orgId', foreignField: '_id', as: 'org' } },
  )

/** The papers of a person in some quizzes, without what is in them. */
export const findPapers = (personId: string, quizIds: readonly string[]) =>
  find<Pick<AttemptDoc, '_id' | 'quizId' | 'number' | 'dealtAt' | 'submission'>>(
    'attempts',
    { owner: isIn(quizIds.map((quizId) => `${quizId}.${personId}`)) },
    {
      orderBy: [['number', 'asc']],
      limit: 500,
      fields: ['quizId', 'number', 'dealtAt', 'submission.at', 'submission.receivedAt'],
    },
  )

/** Leaves and late scans of a person at some theme days. */
export const findAttendancesOf = (personId: string, themeDayIds: readonly string[]) =>
  findByIds<AttendanceDoc>(
    'attendances',
    themeDayIds.map((themeDayId) => `${themeDayId}.${personId}`),
  )
