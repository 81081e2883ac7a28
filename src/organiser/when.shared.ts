import { addDays, dayOf, startOfDay } from '@/domain/time/day'
import { dayText } from './components/period/period.shared'

/** The time of day in Asia/Shanghai, `09:30`. */
export function clockText(instant: number): string {
  const minutes = Math.floor((instant - startOfDay(dayOf(instant))) / 60_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** An instant in words, seen from `now`: `今天 15:00`, `明天 09:30`, `11 月 20 日 15:00`. */
export function whenText(instant: number, now: number): string {
  const day = dayOf(instant)
  const today = dayOf(now)
  const word =
    day === today
      ? '今天'
      : day === addDays(today, 1)
        ? '明天'
        : day === addDays(today, -1)
          ? '昨天'
          : dayText(day, today)
  return `${word} ${clockText(instant)}`
}

/** `数据截至 11 月 22 日 09:30` */
export function asOfText(asOf: number): string {
  const day = dayOf(asOf)
  return `数据截至 ${dayText(day, day)} ${clockText(asOf)}`
}
