import type { Instant } from '@/contracts/common'
import { addDays, DAY_MS, dayOf, monthOf, startOfDay } from '../time'

/** What planning needs of a stored theme day. */
export interface PlannedThemeDay {
  readonly status: 'planned' | 'open' | 'closed'
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly roster: object | null
  readonly cancelled?: object | null
}

const HOUR = 3_600_000

/** So long before it begins a theme day may be announced: the plan of this year and the next. */
export const FURTHEST_MS = 550 * DAY_MS
/** The longest theme day: it begins and ends within one day and a night. */
export const LONGEST_MS = 16 * HOUR

export type TimesProblem = 'order' | 'tooLong' | 'past' | 'tooFar'

/** What is wrong with the times of a theme day that is planned or changed now; null: nothing. */
export function timesProblem(
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
  now: Instant,
): TimesProblem | null {
  if (endsAt - startsAt < 10 * 60_000) return 'order'
  if (endsAt - startsAt > LONGEST_MS) return 'tooLong'
  if (endsAt <= now) return 'past'
  return startsAt - now > FURTHEST_MS ? 'tooFar' : null
}

/** Whether it can still be changed or called off: its check-in was never opened, and its time is not over. */
export const canReplan = ({ status, endsAt, roster, cancelled }: PlannedThemeDay, now: Instant): boolean =>
  status === 'planned' && roster === null && !cancelled && now < endsAt

/** Whether calling it off can be undone: as long as it could still be held. */
export const canRestore = (
  { endsAt, cancelled }: Pick<PlannedThemeDay, 'endsAt' | 'cancelled'>,
  now: Instant,
): boolean => Boolean(cancelled) && now < endsAt

/** The last day of a month. */
function lastDayOf(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).getUTCDate()
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The month after `month`, `count` times. */
function laterMonth(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const months = year * 12 + (number - 1) + count
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}`
}

/** The same time of day in the month that is `count` months later, on the same day of the month; where that has no such day, on its last. */
export function monthsLater(instant: Instant, count: number): Instant {
  const day = dayOf(instant)
  const month = laterMonth(monthOf(day), count)
  const date = Math.min(Number(day.slice(8)), lastDayOf(month))
  return startOfDay(`${month}-${two(date)}`) + (instant - startOfDay(day))
}

/** A theme day every month from its own to the end of its year. 每月一次，到年底. */
export function monthlyInYear({
  startsAt,
  endsAt,
}: {
  startsAt: Instant
  endsAt: Instant
}): { startsAt: Instant; endsAt: Instant }[] {
  const month = Number(dayOf(startsAt).slice(5, 7))
  return Array.from({ length: 13 - month }, (_month, count) => {
    const start = monthsLater(startsAt, count)
    return { startsAt: start, endsAt: start + (endsAt - startsAt) }
  })
}

/** The same week day and time of the next month: 第二个星期五 stays the second Friday; where there is no fifth, the fourth. */
export function sameWeekdayLater(instant: Instant, count: number): Instant {
  const day = dayOf(instant)
  const month = laterMonth(monthOf(day), count)
  const nth = Math.ceil(Number(day.slice(8)) / 7)
  const weekdayOf = (of: string) => new Date(`${of}T00:00:00Z`).getUTCDay()
  const first = `${month}-01`
  const offset = (weekdayOf(day) - weekdayOf(first) + 7) % 7
  const wanted = addDays(first, offset + (nth - 1) * 7)
  const found = monthOf(wanted) === month ? wanted : addDays(wanted, -7)
  return startOfDay(found) + (instant - startOfDay(day))
}
