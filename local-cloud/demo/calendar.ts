import type { Rng } from '@/domain/random'
import { addDays, dayOf, daysBetween, monthOf, type Period, startOfDay } from '@/domain/time/day'
import { periodOfMonth } from '@/domain/time/period'
import { between } from './chance'
import type { CountyPlan } from './sizes'

/** A visitor who comes late in a month still finds its quiz open for a week. */
const QUIZ_OPEN_AT_LEAST_DAYS = 8

/** A month of the history: its days within it. */
export interface DemoMonth {
  month: string
  days: Period
  /** 0: this month, whose days are not over. */
  ago: number
}

/** The days of the demo, all from the day of `now`. The history ends yesterday, so that it does not depend on the hour. */
export interface Calendar {
  now: number
  today: string
  history: Period
  /** Those with a quiz and a theme day, oldest first; the last is this month. */
  months: DemoMonth[]
  lastMonth: DemoMonth
  thisMonth: DemoMonth
  quizClosesDay: string
}

/** Days compare as texts. */
export const laterDay = (a: string, b: string): string => (a > b ? a : b)

const monthBefore = (month: string): string => monthOf(addDays(`${month}-01`, -1))

export function calendarOf(now: number, { months: before, historyDays }: CountyPlan): Calendar {
  const today = dayOf(now)
  const thisMonth = { month: monthOf(today), days: periodOfMonth(monthOf(today)), ago: 0 }
  const names = [thisMonth.month]
  while (names.length <= before) names.unshift(monthBefore(names[0] as string))
  const from = historyDays === null ? `${names[0]}-01` : addDays(today, -historyDays)
  const months = names.map((month, i) => {
    const days = periodOfMonth(month)
    return { month, days: { from: laterDay(days.from, from), to: days.to }, ago: before - i }
  })
  months[before] = thisMonth
  return {
    now,
    today,
    history: { from, to: addDays(today, -1) },
    months,
    lastMonth: months[before - 1] as DemoMonth,
    thisMonth,
    quizClosesDay: laterDay(addDays(thisMonth.days.to, 1), addDays(today, QUIZ_OPEN_AT_LEAST_DAYS)),
  }
}

/** How many calendar months a day lies before today: 0 in this month. */
export const monthsAgo = (day: string, today: string): number =>
  12 * (Number(today.slice(0, 4)) - Number(day.slice(0, 4))) + Number(today.slice(5, 7)) - Number(day.slice(5, 7))

/** A day of the period; early ones more often. */
export const earlyDay = ({ from, to }: Period, chance: Rng): string =>
  addDays(from, Math.floor((daysBetween(from, to) + 1) * chance() ** 1.5))

/** An instant of that day between 07:00 and 21:29, to the second. */
export const wakingInstant = (day: string, chance: Rng): number =>
  startOfDay(day) + between(7 * 3600, 21.5 * 3600 - 1, chance) * 1000

/** 11月 for 2026-11, for titles. */
export const monthName = (month: string): string => `${Number(month.slice(5))}月`
