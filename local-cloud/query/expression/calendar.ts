import { refuse } from '../refuse'

const dayMs = 86_400_000

/** Monday is 1, Sunday 7. */
export const isoDayOfWeek = (wall: Date): number => wall.getUTCDay() || 7

/** 1 on the first of January. */
export const dayOfYear = (wall: Date): number =>
  Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / dayMs) + 1

/** Weeks begin on Sunday; the days before the year's first Sunday are in week 0. */
export const weekOfYear = (wall: Date): number => Math.floor((dayOfYear(wall) + 6 - wall.getUTCDay()) / 7)

/** ISO 8601: the week belongs to the year that its Thursday is in. */
export const isoWeek = (wall: Date): { year: number; week: number } => {
  const thursday = new Date(wall.getTime() + (4 - isoDayOfWeek(wall)) * dayMs)
  return { year: thursday.getUTCFullYear(), week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 }
}

/** Midnight (as UTC ms) of the Monday of week 1 of an ISO year. */
export const isoYearStart = (year: number): number => {
  const fourth = new Date(Date.UTC(2000, 0, 4))
  fourth.setUTCFullYear(year)
  return fourth.getTime() - (isoDayOfWeek(fourth) - 1) * dayMs
}

/** The date at an instant (epoch ms); MongoDB's and JavaScript's dates end, and what lies beyond is an error. */
export const dateAt = (ms: number): Date => {
  const date = new Date(ms)
  if (Number.isNaN(date.getTime())) throw refuse(241, 'date overflow')
  return date
}
