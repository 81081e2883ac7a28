import type { Cycle, PeriodKey } from '@/contracts/register'
import { addDays, type Period, periodOfMonth } from '../time'

/** Where a value that is reported once ends: it stands for ever. Days go to 2099. */
const FOR_EVER = '2099-12-31'

const two = (n: number) => String(n).padStart(2, '0')

/** The reporting period in which a day lies. */
export function periodKeyOf(cycle: Cycle, day: string): PeriodKey {
  if (cycle === 'once') return 'once'
  if (cycle === 'year') return day.slice(0, 4)
  if (cycle === 'month') return day.slice(0, 7)
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** Whether a key is one of a cycle: `2026` is no month. */
export const isOfCycle = (key: PeriodKey, cycle: Cycle): boolean =>
  cycle === 'once' ? key === 'once' : key !== 'once' && periodKeyOf(cycle, daysOf(key).from) === key

/** First and last day of a reporting period. Throws RangeError for a text that is none. */
export function daysOf(key: PeriodKey): Period {
  if (key === 'once') return { from: '2000-01-01', to: FOR_EVER }
  const quarter = /^(\d{4})-Q([1-4])$/.exec(key)
  if (quarter) {
    const [, year, number] = quarter
    const last = Number(number) * 3
    return { from: `${year}-${two(last - 2)}-01`, to: periodOfMonth(`${year}-${two(last)}`).to }
  }
  return key.length === 4 ? { from: `${key}-01-01`, to: `${key}-12-31` } : periodOfMonth(key)
}

/** The period after one; null after `once`. */
const next = (cycle: Cycle, key: PeriodKey): PeriodKey => periodKeyOf(cycle, addDays(daysOf(key).to, 1))

/** The period before one. */
export const previous = (cycle: Cycle, key: PeriodKey): PeriodKey => periodKeyOf(cycle, addDays(daysOf(key).from, -1))

/** Whether the period is over at the end of a day: its last day is that day, or before it. What is reported once is over from the beginning. */
export const isOver = (key: PeriodKey, day: string): boolean => key === 'once' || daysOf(key).to <= day

/**
 * The reporting periods that belong to a span of days, in order: those whose last day is in it. So each belongs to exactly one of several spans that
 * follow each other, and what is reported for them adds up. What is reported once belongs to every span.
 */
export function periodsEndingIn(cycle: Cycle, { from, to }: Period): PeriodKey[] {
  if (cycle === 'once') return from <= to ? ['once'] : []
  const keys: PeriodKey[] = []
  for (let key = periodKeyOf(cycle, from); daysOf(key).to <= to; key = next(cycle, key)) keys.push(key)
  return keys
}

/** The last period that is over at the end of a day. */
export function lastOver(cycle: Cycle, day: string): PeriodKey {
  const key = periodKeyOf(cycle, day)
  return isOver(key, day) ? key : previous(cycle, key)
}

const quarters = ['一', '二', '三', '四']

/** As people say it: 2026年11月, 2026年第四季度, 2026年度, 一次性. */
export function periodName(key: PeriodKey): string {
  if (key === 'once') return '一次性'
  const year = key.slice(0, 4)
  if (key.length === 4) return `${year}年度`
  if (key[5] === 'Q') return `${year}年第${quarters[Number(key[6]) - 1]}季度`
  return `${year}年${Number(key.slice(5))}月`
}
