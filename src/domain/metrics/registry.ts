import { derivedMetrics } from './derived'
import { inspectionMetrics } from './inspection'
import { leaderMetrics } from './leaders'
import { lessonMetrics } from './lesson'
import { manualMetrics } from './manual'
import type { Metric } from './metric'
import { planMetrics } from './plans'
import { quizMetrics } from './quiz'
import { recordMetrics } from './records'
import { studyMetrics } from './study'
import { themeDayMetrics } from './theme-day'

/** Every figure that the system speaks of. Dashboards, exports and the report read this; none of them computes on its own. */
export const metrics: readonly Metric[] = [
  ...inspectionMetrics,
  ...recordMetrics,
  ...planMetrics,
  ...studyMetrics,
  ...quizMetrics,
  ...lessonMetrics,
  ...themeDayMetrics,
  ...leaderMetrics,
  ...manualMetrics,
  ...derivedMetrics,
]

/** Metrics by code; throws Error when two share one: a figure must have one meaning. */
export function indexByCode(list: readonly Metric[]): ReadonlyMap<string, Metric> {
  const byCode = new Map<string, Metric>()
  for (const metric of list) {
    if (byCode.has(metric.code)) throw new Error(`two metrics are called ${metric.code}`)
    byCode.set(metric.code, metric)
  }
  return byCode
}

const byCode = indexByCode(metrics)

/** Whether this version knows a code that comes from elsewhere (a newer server, an old report). */
export const isMetric = (code: string): boolean => byCode.has(code)

/** The metric of a code. Throws RangeError for an unknown one: for codes that stand in the program. */
export function metric(code: string): Metric {
  const found = byCode.get(code)
  if (!found) throw new RangeError(`there is no metric ${code}`)
  return found
}

/** Codes of the metrics that this release computes from the index. */
export const liveCodes: readonly string[] = metrics.filter((one) => one.compute !== undefined).map((one) => one.code)

/** Codes of the metrics that are counted in the records themselves (`recordFigures`). */
export const recordCodes: readonly string[] = metrics.filter((one) => one.source === 'records').map((one) => one.code)

/** By which organisations are drawn beside each other: of each child of an organisation an answer has these only. */
export const childCodes: readonly string[] = [
  'quiz.people',
  'quiz.times',
  'quiz.rate',
  'lesson.people',
  'lesson.times',
  'lesson.rate',
  'themeday.people',
  'themeday.times',
  'themeday.attendance',
]
