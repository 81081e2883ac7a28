import { DAY_MS, dayOf, startOfDay } from '@/domain/time/day'

/** Where in its day an instant is, ms from its beginning; of an end midnight is 24:00 of the day before. */
const partsOf = (instant: number, isEnd: boolean) => {
  const day = dayOf(isEnd ? instant - 1 : instant)
  return { day, into: instant - startOfDay(day) }
}

/** The day that a field shows: of an end at midnight the day that ends. */
export const shownDay = (instant: number, isEnd = false): string => partsOf(instant, isEnd).day

/** The same time of day on another day; a day that a phone's wheel gives in another form changes nothing. */
export function withDay(instant: number, day: string, isEnd = false): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return instant
  return startOfDay(day) + partsOf(instant, isEnd).into
}

/** Another time of the same day, by `15:30`; of an end `00:00` is the end of the day. */
export function withClock(instant: number, clock: string, isEnd = false): number {
  const [hours, minutes] = clock.split(':').map(Number)
  if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return instant
  const into = (hours * 60 + minutes) * 60_000
  return startOfDay(partsOf(instant, isEnd).day) + (isEnd && into === 0 ? DAY_MS : into)
}

/** An instant rounded up to the next half hour: what a form begins with. */
export const nextHalfHour = (now: number): number => Math.ceil(now / 1_800_000) * 1_800_000

/** One more or less of a list of choices. */
export const toggled = <T>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value]
