import { heatMonths } from '@/domain/metrics/heat'
import { addDays, daysBetween, monthOf, type Period } from '@/domain/time/day'
import { periodOfMonth } from '@/domain/time/period'

export const presets = ['month', 'lastMonth', 'quarter', 'last12', 'year'] as const
export type Preset = (typeof presets)[number]

export const presetNames: Record<Preset, string> = {
  month: '本月',
  lastMonth: '上月',
  quarter: '本季度',
  last12: '近 12 个月',
  year: '今年',
}

/** The longest period that the figures can be asked for, in days: two years (contracts/common). */
export const longestPeriod = 731

/** The period of a preset on a day. All but 上月 end today: what lies ahead cannot have been missed yet. */
export function presetPeriod(preset: Preset, today: string): Period {
  const month = monthOf(today)
  if (preset === 'lastMonth') return periodOfMonth(monthOf(addDays(`${month}-01`, -1)))
  if (preset === 'year') return { from: `${today.slice(0, 4)}-01-01`, to: today }
  if (preset === 'last12') return { from: `${heatMonths(today)[0] ?? month}-01`, to: today }
  if (preset === 'quarter') {
    const first = Number(month.slice(5)) - ((Number(month.slice(5)) - 1) % 3)
    return { from: `${today.slice(0, 4)}-${String(first).padStart(2, '0')}-01`, to: today }
  }
  return { from: `${month}-01`, to: today }
}

/** The preset that a period is on a day, or null for a period of one's own choice; the shorter word when several are the same days. */
export function presetOf(period: Period, today: string): Preset | null {
  const same = (preset: Preset) => {
    const other = presetPeriod(preset, today)
    return other.from === period.from && other.to === period.to
  }
  return (['month', 'lastMonth', 'quarter', 'year', 'last12'] as const).find(same) ?? null
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
