import { addDays, startOfDay } from '@/domain/time/day'
import type { QuizDoc } from '../../cloudfunctions/_data/documents'
import { questions, type Source } from '../../content'
import { COUNTY_ID } from './branches'
import { type Calendar, monthName } from './calendar'

const sourceRef = ({ document, article }: Source) => ({ document, article })

/** A month's quiz: 20 of the handbook's questions, 100 points, 20 minutes, two attempts. */
function monthQuiz(month: string, opensDay: string, closesDay: string): QuizDoc {
  return {
    _id: `quiz-${month}`,
    title: `${month.slice(0, 4)}年${monthName(month)}应知应会答题`,
    orgId: COUNTY_ID,
    opensAt: startOfDay(opensDay),
    closesAt: startOfDay(closesDay),
    minutes: 20,
    attemptsAllowed: 2,
    deal: 20,
    pointsEach: 5,
    passMark: 60,
    questions: questions.map(({ id, kind, stem, options, key, explanation, source, tags, difficulty }) => {
      return { id, kind, stem, options, key, explanation, source: sourceRef(source), tags, difficulty }
    }),
  }
}

/** Last month's quiz, closed, and this month's, open. */
export function planQuizzes({ lastMonth, thisMonth }: Calendar): { last: QuizDoc; current: QuizDoc } {
  return {
    last: monthQuiz(lastMonth.month, lastMonth.days.from, addDays(lastMonth.days.to, 1)),
    current: monthQuiz(thisMonth.month, thisMonth.days.from, thisMonth.quizClosesDay),
  }
}
