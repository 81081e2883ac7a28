import type { Day } from '@/contracts/common'
import { addDays, dayFromNumber, dayNumber, daysBetween, type Month, monthOf, type Period } from './day'
import { monthsOf, periodOfMonth } from './period'

/** A calendar month, quarter or year, or as much of one as is over; else so many whole months, or so many days. */
type Span =
  | { readonly of: 'month' | 'quarter' | 'year'; readonly whole: boolean }
  | { readonly of: 'months'; readonly count: number }
  | { readonly of: 'days'; readonly count: number }

const monthsOfSpan = { month: 1, quarter: 3, year: 12 } as const

const isLastOfMonth = (day: Day): boolean => monthOf(addDays(day, 1)) !== monthOf(day)

function spanOf({ from, to }: Period): Span {
  const months = monthsOf(from, to).length
  if (from.endsWith('-01')) {
    const month = Number(from.slice(5, 7))
    const fits = (['month', 'quarter', 'year'] as const).find((of) => {
      const length = monthsOfSpan[of]
      return months <= length && (month - 1) % length === 0
    })
    // a run of months that begins a quarter or a year and is more than a month: 1–2 月 is of a quarter, 1–5 月 of a year
    if (fits) return { of: fits, whole: months === monthsOfSpan[fits] && isLastOfMonth(to) }
    if (isLastOfMonth(to)) return { of: 'months', count: months }
    // 近十二个月 up to today
    if (months === 12) return { of: 'year', whole: false }
  }
  return { of: 'days', count: daysBetween(from, to) + 1 }
}

/** So many months earlier; a day that the month does not have is its last, and the last stays the last. */
function monthsBack(day: Day, count: number): Day {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - count
  const month: Month = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
  const last = periodOfMonth(month).to
  if (isLastOfMonth(day)) return last
  const same = `${month}-${day.slice(8)}`
  return same < last ? same : last
}

/**
 * What a period is compared with. A calendar month, quarter or year: the one before; as much of one as is over: the same days of the one before (of the
 * year: of last year); other whole months: as many before; anything else: as many days, ending the day before.
 */
export function periodBefore(period: Period): Period {
  const span = spanOf(period)
  const { from, to } = period
  if (span.of === 'days') {
    const first = dayNumber(from)
    return { from: dayFromNumber(first - span.count), to: dayFromNumber(first - 1) }
  }
  const back = span.of === 'months' ? span.count : monthsOfSpan[span.of]
  return { from: monthsBack(from, back), to: monthsBack(to, back) }
}

const before = {
  month: ['上月', '上月同期'],
  quarter: ['上季度', '上季度同期'],
  year: ['上年', '上年同期'],
} as const

/** That period in words, for after 比: 上月, 上月同期, 此前 12 个月, 此前 30 天, 前一天. */
export function beforeWords(period: Period): string {
  const span = spanOf(period)
  if (span.of === 'days') return span.count === 1 ? '前一天' : `此前 ${span.count} 天`
  if (span.of === 'months') return `此前 ${span.count} 个月`
  return before[span.of][span.whole ? 0 : 1]
}
