import type { Day, Instant } from '@/contracts/common'

/**
 * Days and months are those of Asia/Shanghai. China has used UTC+8 without daylight saving since 1991-09-15 (tz database),
 * so plain arithmetic is exact for every day that this system knows; phones lack Intl's zone data.
 */
export const DAY_MS = 86_400_000
const OFFSET_MS = 8 * 3_600_000

/** A month in Asia/Shanghai, 'YYYY-MM'. */
export type Month = string

/** Two days, both included; `from <= to`. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

const pad = (value: number, width: number) => String(value).padStart(width, '0')

/** Days since 1970-01-01 of a calendar date. Source: H. Hinnant, chrono-Compatible Low-Level Date Algorithms, days_from_civil. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The day that is `number` days after 1970-01-01. Same source, civil_from_days. */
export function dayFromNumber(number: number): Day {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const doe = z - era * 146_097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(doy - Math.floor((153 * mp + 2) / 5) + 1, 2)}`
}

/** Days since 1970-01-01. Throws RangeError when the text is no day of the calendar. */
export function dayNumber(day: Day): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)
  const number = parts ? daysFromCivil(Number(parts[1]), Number(parts[2]), Number(parts[3])) : Number.NaN
  // a date that does not exist (02-30) comes back as another one
  if (!parts || dayFromNumber(number) !== day) throw new RangeError(`not a day: ${day}`)
  return number
}

/** The day of an instant (epoch ms). Days begin at 16:00 UTC of the day before. */
export const dayOf = (instant: Instant): Day => dayFromNumber(Math.floor((instant + OFFSET_MS) / DAY_MS))

/** The first instant of a day (epoch ms). */
export const startOfDay = (day: Day): Instant => dayNumber(day) * DAY_MS - OFFSET_MS

/** The first instant after a day (epoch ms): a period of days is [startOfDay(from), endOfDay(to)). */
export const endOfDay = (day: Day): Instant => startOfDay(day) + DAY_MS

export const addDays = (day: Day, count: number): Day => dayFromNumber(dayNumber(day) + count)

/** How many days `to` lies after `from`: 0 for the same day, negative when it lies before. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

export const earlierDay = (a: Day, b: Day): Day => (a < b ? a : b)

/** The month of a day. */
export const monthOf = (day: Day): Month => day.slice(0, 7)
