import { addDays, daysBetween, monthOf, type Period } from '@/domain/time/day'
import { periodOfMonth, weeksOf } from '@/domain/time/period'

export const presets = ['week', 'month', 'lastMonth', 'last30'] as const
export type Preset = (typeof presets)[number]

export const presetNames: Record<Preset, string> = {
  week: '本周',
  month: '本月',
  lastMonth: '上月',
  last30: '近三十天',
}

/** The longest period that the figures can be asked for, in days: two years (contracts/common). */
export const longestPeriod = 731

/** The period of a preset on a day. 本周 and 本月 end today: what lies ahead cannot have been missed yet. */
export function presetPeriod(preset: Preset, today: string): Period {
  if (preset === 'week') {
    const monday = weeksOf(addDays(today, -6), today).pop()?.from ?? today
    return { from: monday, to: today }
  }
  if (preset === 'month') return { from: `${monthOf(today)}-01`, to: today }
  if (preset === 'last30') return { from: addDays(today, -29), to: today }
  return periodOfMonth(monthOf(addDays(`${monthOf(today)}-01`, -1)))
}

/** The preset that a period is on a day, or null for a period of one's own choice. */
export function presetOf(period: Period, today: string): Preset | null {
  const same = (preset: Preset) => {
    const other = presetPeriod(preset, today)
    return other.from === period.from && other.to === period.to
  }
  // on the last of a month of thirty days 本月 and 近三十天 are the same days: the month is the better word
  return (['month', 'week', 'lastMonth', 'last30'] as const).find(same) ?? null
}

const isDay = (text: string | undefined): text is string => {
  if (text === undefined || !/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) return false
  const instant = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === text
}

/** Why two days make no period, as a sentence for the person; null when they do. */
export function periodFault(period: Period): string | null {
  if (period.from > period.to) return '开始日期要在结束日期之前。'
  if (daysBetween(period.from, period.to) > longestPeriod) return '时间段最长两年，请缩短后再查。'
  return null
}

/** The period of a page's address; the current month when the address has none or a faulty one. */
export function periodFromParams(params: { from?: string; to?: string }, today: string): Period {
  if (!isDay(params.from) || !isDay(params.to)) return presetPeriod('month', today)
  const period = { from: params.from, to: params.to }
  return periodFault(period) === null ? period : presetPeriod('month', today)
}

const monthNumber = (day: string): number => Number(day.slice(5, 7))
const dayNumber = (day: string): number => Number(day.slice(8, 10))

/** `11 月 1 日`, with the year when it is not that of `today`. */
export function dayText(day: string, today: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : `${day.slice(0, 4)} 年 `
  return `${year}${monthNumber(day)} 月 ${dayNumber(day)} 日`
}

/** Both days in words: `11 月 1 日 — 22 日`; one day alone when they are the same. */
export function periodText(period: Period, today: string): string {
  const { from, to } = period
  if (from === to) return dayText(from, today)
  if (monthOf(from) === monthOf(to)) return `${dayText(from, today)} — ${dayNumber(to)} 日`
  return `${dayText(from, today)} — ${dayText(to, today)}`
}

/** `11.3`, for an axis. */
export const dotted = (day: string): string => `${monthNumber(day)}.${dayNumber(day)}`

/** A word short enough for a button: the preset (months by their number), else `11.3—11.20`. */
export function periodShort(period: Period, today: string): string {
  const preset = presetOf(period, today)
  if (preset === 'month' || preset === 'lastMonth') return `${monthNumber(period.from)} 月`
  if (preset !== null) return presetNames[preset]
  return period.from === period.to ? dotted(period.from) : `${dotted(period.from)}—${dotted(period.to)}`
}
