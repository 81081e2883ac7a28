import type { Day, Instant } from '@/contracts/common'
import { addDays, dayOf, startOfDay } from '../time'

const HOUR_MS = 3_600_000
/** From 21:00 to 08:00 nobody is disturbed. */
const MORNING_MS = 8 * HOUR_MS
const EVENING_MS = 21 * HOUR_MS

export const isQuiet = (now: Instant): boolean => {
  const since = now - startOfDay(dayOf(now))
  return since < MORNING_MS || since >= EVENING_MS
}

/** When what is ordered now goes out, and on which day that is: at once, or at eight in the morning. */
export function sendingTime(now: Instant): { readonly at: Instant; readonly day: Day } {
  const today = dayOf(now)
  if (!isQuiet(now)) return { at: now, day: today }
  const day = now - startOfDay(today) < MORNING_MS ? today : addDays(today, 1)
  return { at: startOfDay(day) + MORNING_MS, day }
}

/** Times of the day at which it is looked for what people asked to be reminded of: at nine, at two and at seven. */
const sweepHours = [9, 14, 19]

/** The latest sweep that is due, `2026-11-22.14`; null: none yet on that day, or it is the time of rest. */
export function sweepOf(now: Instant): { readonly day: Day; readonly name: string } | null {
  if (isQuiet(now)) return null
  const day = dayOf(now)
  const hour = (now - startOfDay(day)) / HOUR_MS
  const due = sweepHours.filter((one) => one <= hour).pop()
  return due === undefined ? null : { day, name: `${day}.${due}` }
}
