import type { Month } from '@/domain/time/day'
import { endOfDay, startOfDay } from '@/domain/time/day'
import { periodOfMonth } from '@/domain/time/period'
import { aggregate } from './database'
import type { FactDoc, LessonDoc, OrganisationDoc, QuizDoc, ThemeDayDoc } from './documents'
import { latestRevisionsOnly, ownDocuments } from './own'

/** A fact as the record shows it. */
export type RecordFact = Pick<
  FactDoc,
  | 'kind'
  | 'activityId'
  | 'orgId'
  | 'mobile'
  | 'day'
  | 'occurredAt'
  | 'recordedAt'
  | 'channel'
  | 'reason'
  | 'revision'
  | 'withdrawn'
>

const shown = ['kind', 'activityId', 'orgId', 'mobile', 'day', 'occurredAt', 'recordedAt', 'channel', 'reason']
const recordFields = Object.fromEntries([...shown, 'revision', 'withdrawn'].map((field) => [field, 1]))

/**
 * The caller's facts of some months as they stand, read with the caller. Which revision counts is decided before the months are: a correction may have
 * moved a fact into another one.
 */
export const ownFactsOf = (openid: string, from: Month, to: Month) =>
  ownDocuments<RecordFact>(
    openid,
    'facts',
    'personId',
    ...latestRevisionsOnly,
    { $match: { day: { $gte: periodOfMonth(from).from, $lte: periodOfMonth(to).to } } },
    { $project: recordFields },
  )

/** The first day on which the caller took part in anything. */
export const ownFirstDay = (openid: string) =>
  ownDocuments<Pick<FactDoc, 'day'>>(
    openid,
    'facts',
    'personId',
    { $sort: { day: 1 } },
    { $limit: 1 },
    { $project: { day: 1 } },
  )

interface Asked {
  readonly personId: string
  readonly facts: readonly RecordFact[]
  /** Organisations whose theme days may have expected the person. */
  readonly orgIds: readonly string[]
  readonly from: Month
  readonly to: Month
}

export interface RecordNames {
  quizzes: Pick<QuizDoc, '_id' | 'title'>[]
  lessons: Pick<LessonDoc, '_id' | 'title'>[]
  held: Pick<ThemeDayDoc, '_id' | 'title'>[]
  organisations: Pick<OrganisationDoc, '_id' | 'name'>[]
  /** Theme days with a frozen roster. */
  rosters: Pick<ThemeDayDoc, '_id' | 'startsAt' | 'roster'>[]
}

/** What the facts of a record are called, and which theme days expected the person: one request. */
export async function namesOfRecord({ personId, facts, orgIds, from, to }: Asked): Promise<RecordNames> {
  const idsOf = (kind: RecordFact['kind']) => facts.filter((one) => one.kind === kind).map((one) => one.activityId)
  const named = (ids: readonly string[], field: string) => [
    { $match: { _id: { $in: [...new Set(ids)] } } },
    { $project: { [field]: 1 } },
  ]
  const period = { $gte: startOfDay(periodOfMonth(from).from), $lt: endOfDay(periodOfMonth(to).to) }
  const rosters = [
    { $match: { orgId: { $in: [...orgIds] }, startsAt: period, roster: { $ne: null } } },
    { $project: { startsAt: 1, 'roster.expected': 1 } },
  ]
  const lookups = [
    { from: 'quizzes', pipeline: named(idsOf('quiz'), 'title'), as: 'quizzes' },
    { from: 'lessons', pipeline: named(idsOf('lesson'), 'title'), as: 'lessons' },
    { from: 'themeDays', pipeline: named(idsOf('themeday'), 'title'), as: 'held' },
    {
      from: 'organisations',
      pipeline: named(
        facts.map((fact) => fact.orgId),
        'name',
      ),
      as: 'organisations',
    },
    { from: 'themeDays', pipeline: rosters, as: 'rosters' },
  ]
  const [names] = await aggregate<RecordNames>('people', [
    { $match: { _id: personId } },
    { $limit: 1 },
    { $project: { _id: 1 } },
    ...lookups.map(($lookup) => ({ $lookup })),
  ])
  return names ?? { quizzes: [], lessons: [], held: [], organisations: [], rosters: [] }
}
