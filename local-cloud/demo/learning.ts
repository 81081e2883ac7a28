import { addDays, daysBetween, startOfDay } from '@/domain/time/day'
import type { QuizDoc } from '../../cloudfunctions/_data/documents'
import { questions, type Source } from '../../content'
import { COUNTY_ID } from './branches'
import { type Calendar, type DemoMonth, monthName } from './calendar'
import type { CountyPlan } from './sizes'

const sourceRef = ({ document, article }: Source) => ({ document, article })

/** What all quizzes of the demo have in common: the handbook's questions, for the whole county, keys with the result, 100 points. */
const common = () => ({
  orgId: COUNTY_ID,
  release: 'atOnce' as const,
  graceHours: 24,
  passMark: 60,
  questions: questions.map(({ id, kind, stem, options, key, accepted = [], explanation, source, tags, difficulty }) => {
    return { id, kind, stem, options, key, accepted, explanation, source: sourceRef(source), tags, difficulty }
  }),
})

/** A month's quiz: 20 of the handbook's questions, 20 minutes, two attempts, half the points for 漏选. */
const monthQuiz = (month: string, opensDay: string, closesDay: string): QuizDoc => ({
  ...common(),
  _id: `quiz-${month}`,
  title: `${month.slice(0, 4)}年${monthName(month)}应知应会答题`,
  mode: 'exam',
  opensAt: startOfDay(opensDay),
  closesAt: startOfDay(closesDay),
  minutes: 20,
  attemptsAllowed: 2,
  partial: 'half',
  deal: 20,
  pointsEach: 5,
})

/** A month's series: five questions a day, on every day from the first to the one on which the month's quiz closes. */
const monthSeries = (month: string, opensDay: string, closesDay: string): QuizDoc => ({
  ...common(),
  _id: `daily-${month}`,
  title: `${monthName(month)}每日一答`,
  mode: 'daily',
  opensAt: startOfDay(opensDay),
  closesAt: startOfDay(closesDay),
  minutes: 0,
  attemptsAllowed: daysBetween(opensDay, closesDay),
  partial: 'proportional',
  deal: 5,
  pointsEach: 20,
})

/** A practice over the whole handbook, open for a year. */
const practice = (opensDay: string, closesDay: string): QuizDoc => ({
  ...common(),
  _id: 'practice-handbook',
  title: '百题手册练习',
  mode: 'practice',
  opensAt: startOfDay(opensDay),
  closesAt: startOfDay(closesDay),
  minutes: 0,
  attemptsAllowed: 99,
  partial: 'proportional',
  deal: 10,
  pointsEach: 10,
})

export interface DemoQuizzes {
  /** One of each month, oldest first; the last is open. */
  exams: { quiz: QuizDoc; month: DemoMonth }[]
  practice: QuizDoc
  /** Of the last months, oldest first; the last goes on. */
  series: { quiz: QuizDoc; month: DemoMonth }[]
}

/** A month's quizzes close when it is over; this month's stay open for a visitor. */
export function planQuizzes(
  { months, quizClosesDay, history, today }: Calendar,
  { seriesMonths }: CountyPlan,
): DemoQuizzes {
  const closesDay = ({ ago, days }: DemoMonth) => (ago === 0 ? quizClosesDay : addDays(days.to, 1))
  return {
    exams: months.map((month) => ({ quiz: monthQuiz(month.month, month.days.from, closesDay(month)), month })),
    practice: practice(history.from, addDays(today, 365)),
    series: months
      .filter(({ ago }) => ago < seriesMonths)
      .map((month) => ({ quiz: monthSeries(month.month, month.days.from, closesDay(month)), month })),
  }
}
