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

const where = ({ kind, orgIds }: Asked) => ({ kind, ...(orgIds && { orgId: { $in: [...orgIds] } }) })

/** How many corrections there are whose participation lies in a period, and when the latest was entered. Corrections have an index of their own. */
export async function findCorrections(asked: Asked): Promise<{ count: number; latest: number | null }> {
  const [row] = await aggregate<{ count: number; latest: number }>('facts', [
    { $match: { revision: { $gt: 0 }, day: { $gte: asked.from, $lte: asked.to }, ...where(asked) } },
    { $group: { _id: null, count: { $sum: 1 }, latest: { $max: '$recordedAt' } } },
    { $limit: 1 },
  ])
  return { count: row?.count ?? 0, latest: row?.latest ?? null }
}

/** When the latest entry of a day was made. */
export async function latestEntryOn(day: string, { kind, orgIds }: Pick<Asked, 'kind' | 'orgIds'>) {
  const [latest] = await find<Pick<FactDoc, '_id' | 'recordedAt'>>(
    'facts',
    { day, kind, ...(orgIds && { orgId: isIn(orgIds) }) },
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
