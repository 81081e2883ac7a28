import type { Day } from '@/contracts/common'
import { dayFromNumber, dayNumber, type Month, monthOf, type Period } from './day'

/** First and last day of a month ('YYYY-MM'). Throws RangeError when it is no month. */
export function periodOfMonth(month: Month): Period {
  const from = `${month}-01`
  const first = dayNumber(from)
  // 31 days on is always in the next month; that day of the month tells by how much to go back
  const beyond = dayFromNumber(first + 31)
  return { from, to: dayFromNumber(first + 31 - Number(beyond.slice(8))) }
}

/** The months that a period touches, in order; none when `from` is after `to`. */
export function monthsOf(from: Day, to: Day): Month[] {
  const months: Month[] = []
  for (let day = dayNumber(from), last = dayNumber(to); day <= last; ) {
    const month = monthOf(dayFromNumber(day))
    months.push(month)
    day = dayNumber(periodOfMonth(month).to) + 1
  }
  return months
}

/** The calendar weeks (Monday to Sunday) that a period touches, clipped to the period: the first and the last may be short. */
export function weeksOf(from: Day, to: Day): Period[] {
  const weeks: Period[] = []
  for (let day = dayNumber(from), last = dayNumber(to); day <= last; ) {
    // 1970-01-01 was a Thursday, so day numbers ≡ 4 (mod 7) are Mondays
    const sunday = day + 6 - ((((day + 3) % 7) + 7) % 7)
    const end = Math.min(sunday, last)
    weeks.push({ from: dayFromNumber(day), to: dayFromNumber(end) })
    day = end + 1
  }
  return weeks
}
