import { addDays, startOfDay } from '@/domain/time/day'
import type { LessonDoc, QuizDoc } from '../../cloudfunctions/_data/documents'
import { lessons, questions, type Source } from '../../content'
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

/** The lessons, published one after the other in the first four weeks of the history, at nine in the morning. */
export function planLessons({ history }: Calendar): LessonDoc[] {
  return lessons.map(({ id, title, track, minutes, sections, check }, i) => ({
    _id: id,
    title,
    orgId: COUNTY_ID,
    track,
    minutes,
    publishedAt:
      startOfDay(addDays(history.from, 2 + Math.floor((i * 26) / Math.max(1, lessons.length - 1)))) + 9 * 3_600_000,
    sections: sections.map(({ heading, paragraphs, source }) => ({ heading, paragraphs, source: sourceRef(source) })),
    check: {
      kind: check.kind,
      stem: check.stem,
      options: check.options,
      key: check.key,
      explanation: check.explanation,
      source: sourceRef(check.source),
    },
  }))
}
