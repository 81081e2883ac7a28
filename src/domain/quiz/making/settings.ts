import type { KeyRelease, PartialRule, QuizMode } from '@/contracts/quiz'
import { DAY_MS, dayOf, daysBetween } from '../../time/day'

/** How a quiz is held, as its maker says it. */
export interface QuizSettings {
  readonly title: string
  readonly mode: QuizMode
  readonly opensAt: number
  readonly closesAt: number
  /** Of an exam: for one paper; 0: until it closes. */
  readonly minutes: number
  /** Of an exam. */
  readonly attempts: number
  readonly partial: PartialRule
  readonly release: KeyRelease
  readonly graceHours: number
  /** How many questions each member is dealt; null: all of them. */
  readonly deal: number | null
  /** To pass, in percent of the points. */
  readonly passPercent: number
}

/** The longest time for which a quiz may be open. */
export const LONGEST_MS = 366 * DAY_MS
/** An attempt's number has two digits at most (contracts/common AttemptId). */
const MOST_DAYS = 99
const FULL_MARKS = 100

/** Points of one question: whole ones, as many as go into 100; a paper of more than 100 questions has one point each. */
export const pointsOf = (questions: number): number => Math.max(1, Math.floor(FULL_MARKS / Math.max(1, questions)))

/** What is stored of the settings, for a pool of so many questions. */
export function quizNumbers(settings: QuizSettings, pool: number) {
  const { mode, opensAt, closesAt } = settings
  const deal = Math.min(settings.deal ?? pool, pool)
  const pointsEach = pointsOf(deal)
  const attempts = { exam: settings.attempts, practice: MOST_DAYS, daily: seriesDays(opensAt, closesAt) }
  return {
    deal,
    pointsEach,
    passMark: Math.ceil((deal * pointsEach * settings.passPercent) / 100),
    attemptsAllowed: attempts[mode],
    minutes: mode === 'exam' ? settings.minutes : 0,
  }
}

/** Of a daily series: on how many days there is a paper. An instant of closing belongs to the day before it when it is midnight. */
export const seriesDays = (opensAt: number, closesAt: number): number =>
  Math.max(1, Math.min(MOST_DAYS, daysBetween(dayOf(opensAt), dayOf(closesAt - 1)) + 1))

/** Whether a daily series would have more days than there are numbers for its papers: the last of them would have none. */
export const isTooLongSeries = (opensAt: number, closesAt: number): boolean =>
  daysBetween(dayOf(opensAt), dayOf(closesAt - 1)) >= MOST_DAYS

export type SettingsProblem = 'title' | 'order' | 'past' | 'tooLong' | 'seriesTooLong' | 'tooFewMinutes' | 'deal'

/** The shortest time for which a paper may be open: nobody can be asked to be there at the minute. */
const SHORTEST_MS = 10 * 60_000

/** What is wrong with the settings of a quiz that is to be published now with a pool of so many questions; null: nothing. */
export function settingsProblem(settings: QuizSettings, pool: number, now: number): SettingsProblem | null {
  const { title, mode, opensAt, closesAt, minutes, deal } = settings
  if (title.trim().length < 2) return 'title'
  if (closesAt - opensAt < SHORTEST_MS) return 'order'
  if (closesAt - now < SHORTEST_MS) return 'past'
  if (closesAt - opensAt > LONGEST_MS || opensAt - now > LONGEST_MS) return 'tooLong'
  if (mode === 'daily' && isTooLongSeries(opensAt, closesAt)) return 'seriesTooLong'
  if (mode === 'exam' && minutes * 60_000 > closesAt - opensAt) return 'tooFewMinutes'
  return deal !== null && (deal < 1 || deal > pool) ? 'deal' : null
}
