import type { Rng } from '@/domain/random'
import { addDays, dayOf, daysBetween, monthOf, type Period, startOfDay } from '@/domain/time/day'
import { periodOfMonth } from '@/domain/time/period'
import { between } from './chance'

/** How far the history goes back. */
const HISTORY_DAYS = 42
/** A visitor who comes late in a month still finds its quiz open for a week. */
const QUIZ_OPEN_AT_LEAST_DAYS = 8

/** The days of the demo, all from the day of `now`. The history ends yesterday, so that it does not depend on the hour. */
export interface Calendar {
  now: number
  today: string
  history: Period
  lastMonth: { month: string; days: Period }
  thisMonth: { month: string; days: Period; quizClosesDay: string }
}

/** Days compare as texts. */
export const laterDay = (a: string, b: string): string => (a > b ? a : b)
export function calendarOf(now: number): Calendar {
  const today = dayOf(now)
  const month = monthOf(today)
  const days = periodOfMonth(month)
  const from = addDays(today, -HISTORY_DAYS)
  const before = periodOfMonth(monthOf(addDays(days.from, -1)))
  return {
    now,
    today,
    history: { from, to: addDays(today, -1) },
    lastMonth: { month: monthOf(before.from), days: { from: laterDay(before.from, from), to: before.to } },
    thisMonth: { month, days, quizClosesDay: laterDay(addDays(days.to, 1), addDays(today, QUIZ_OPEN_AT_LEAST_DAYS)) },
  }
}

/** A day of the period; early ones more often. */
export const earlyDay = ({ from, to }: Period, chance: Rng): string =>
  addDays(from, Math.floor((daysBetween(from, to) + 1) * chance() ** 1.5))

/** An instant of that day between 07:00 and 21:29, to the second. */
export const wakingInstant = (day: string, chance: Rng): number =>
  startOfDay(day) + between(7 * 3600, 21.5 * 3600 - 1, chance) * 1000

/** 11月 for 2026-11, for titles. */
export const monthName = (month: string): string => `${Number(month.slice(5))}月`
