import * as v from 'valibot'

/** Ids of organisations, people, quizzes, …: chosen by the server, safe in a path and inside a compound `_id`. */
export const Id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,47}$/))
export type Id = v.InferOutput<typeof Id>

/** An attempt's id: `<quiz>.<person>.<number>`. */
export const AttemptId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9_-]{0,47}\.[a-z0-9][a-z0-9_-]{0,47}\.[1-9][0-9]?$/),
)
export type AttemptId = v.InferOutput<typeof AttemptId>

/** Checks run after a failed one too, so this takes any text: no date is no day, and no exception. */
const isCalendarDay = (day: string): boolean => {
  const midnight = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().slice(0, 10) === day
}

/** A day in Asia/Shanghai, `YYYY-MM-DD`, that exists in the calendar, from 2000 to 2099. */
export const Day = v.pipe(
  v.string(),
  v.regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  v.check((day) => isCalendarDay(day), '日期不存在'),
)
export type Day = v.InferOutput<typeof Day>

/** An instant: epoch milliseconds, UTC, before the year 2100. */
export const Instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Date.UTC(2100, 0) - 1))
export type Instant = v.InferOutput<typeof Instant>

/** A count of things. */
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Indices of chosen options, in the order in which the paper shows them; a set: no index twice. */
export const Chosen = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7))),
  v.maxLength(8),
  v.check((list) => new Set(list).size === list.length, '选项重复'),
)
export type Chosen = v.InferOutput<typeof Chosen>

/** Where a statement comes from: a document and the article (or section) in it. */
export const SourceRef = v.object({ document: v.string(), article: v.string() })
export type SourceRef = v.InferOutput<typeof SourceRef>

/** A period of days, both included, at most two years. */
export const periodFields = { from: Day, to: Day }
export const withinTwoYears = (period: { from: string; to: string }): boolean =>
  period.from <= period.to && Date.parse(period.to) - Date.parse(period.from) <= 731 * 86_400_000

/** What a member takes part in. */
export const ParticipationKind = v.picklist(['quiz', 'lesson', 'themeday'])
export type ParticipationKind = v.InferOutput<typeof ParticipationKind>

/** How a participation came to be known. */
export const Channel = v.picklist(['self', 'remote', 'proxy', 'import'])
export type Channel = v.InferOutput<typeof Channel>
