import { dayOf, startOfDay } from '@/domain/time/day'

/** The same time of day on another day; a day that a phone's wheel gives in another form changes nothing. */
export function withDay(instant: number, day: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return instant
  return startOfDay(day) + (instant - startOfDay(dayOf(instant)))
}

/** Another time of the same day, by `15:30`. */
export function withClock(instant: number, clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number)
  if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return instant
  return startOfDay(dayOf(instant)) + (hours * 60 + minutes) * 60_000
}

/** An instant rounded up to the next half hour: what a form begins with. */
export const nextHalfHour = (now: number): number => Math.ceil(now / 1_800_000) * 1_800_000

/** One more or less of a list of choices. */
export const toggled = <T>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value]
