import type { OutputOf } from '@/contracts/action'
import type { ParticipationKind } from '@/contracts/common'
import type { getOverview } from '@/contracts/stats'
import type { ParticipationIndex, Query, Ranges } from '@/domain/participation'
import { daysBetween, monthsOf, type Period, periodOfMonth, weeksOf } from '@/domain/time'

export type Trend = OutputOf<typeof getOverview>['trend']

/** A quarter. */
const LONGEST_IN_WEEKS = 92

/** What a period's trend is drawn in. */
export const unitOf = ({ from, to }: Period): 'week' | 'month' =>
  daysBetween(from, to) > LONGEST_IN_WEEKS ? 'month' : 'week'

const monthsIn = ({ from, to }: Period): Period[] =>
  monthsOf(from, to).map((month) => {
    const whole = periodOfMonth(month)
    return { from: whole.from < from ? from : whole.from, to: whole.to > to ? to : whole.to }
  })

/** 人数 and 人次 of every kind in the weeks or months of a period. */
export function trendOf(
  index: ParticipationIndex,
  ranges: Ranges,
  query: Omit<Query, 'kind'>,
  unit: 'week' | 'month',
): Trend {
  const periods = unit === 'week' ? weeksOf(query.from, query.to) : monthsIn(query)
  const counts = (kind: ParticipationKind) =>
    index.trend({ kind, ...query }, periods, ranges).map(({ people, times }) => ({ people, times }))
  const [quiz, lesson, themeday] = [counts('quiz'), counts('lesson'), counts('themeday')]
  const nothing = { people: 0, times: 0 }
  return periods.map(({ from, to }, i) => ({
    from,
    to,
    quiz: quiz[i] ?? nothing,
    lesson: lesson[i] ?? nothing,
    themeday: themeday[i] ?? nothing,
  }))
}
