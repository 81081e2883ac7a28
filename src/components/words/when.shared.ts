import { dayOf, daysBetween, endOfDay, startOfDay } from '@/domain/time'

const pad = (value: number) => String(value).padStart(2, '0')

/** The time of day, '09:05'. */
export function clockWords(instant: number): string {
  const minutes = Math.floor((instant - startOfDay(dayOf(instant))) / 60_000)
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

/** A day ('2026-11-30') as '11 月 30 日', with the year when it is another than `today`'s. */
export function dayWords(day: string, today: string): string {
  const [year, month, date] = day.split('-')
  const words = `${Number(month)} 月 ${Number(date)} 日`
  return year === today.slice(0, 4) ? words : `${year} 年 ${words}`
}

const near: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' }

/** When something is, as people say it: '明天 15:00', '11 月 30 日 15:00'. */
export function whenWords(instant: number, now: number): string {
  const [day, today] = [dayOf(instant), dayOf(now)]
  return `${near[daysBetween(today, day)] ?? dayWords(day, today)} ${clockWords(instant)}`
}

/** The end of something that `instant` no longer belongs to. Midnight is 24:00 of the day that ends, as notices say it. */
export function untilWords(instant: number, now: number): string {
  const last = dayOf(instant - 1)
  if (endOfDay(last) !== instant) return whenWords(instant, now)
  const today = dayOf(now)
  return `${near[daysBetween(today, last)] ?? dayWords(last, today)} 24:00`
}

/** A time span left, '18:42' or '1:02:03'; never below zero. A begun second counts, so that 0:00 means over. */
export function remainingWords(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const tail = `${pad(minutes)}:${pad(seconds % 60)}`
  return hours > 0 ? `${hours}:${tail}` : tail
}

/** How one greets at this time of day. */
export function greetingWords(now: number): string {
  const hour = Number(clockWords(now).slice(0, 2))
  if (hour < 5) return '夜深了'
  if (hour < 12) return '早上好'
  return hour < 18 ? '下午好' : '晚上好'
}
