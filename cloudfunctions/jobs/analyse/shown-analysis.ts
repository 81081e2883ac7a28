import type { Analysis, LittleKnown } from '@/contracts/analysis'
import type { Category } from '@/contracts/identity'
import {
  analysisRules,
  articleFacilities,
  articlesOf,
  emptyTally,
  findingsOf,
  lessKnown,
  paperLength,
  spreadOf,
  type Tally,
  testStatistics,
  whichOf,
} from '@/domain/quiz/analysis'
import type { StoredAnalysis } from '../../_data/analyses'
import type { QuizDoc } from '../../_data/documents'
import { shownItems } from './shown-items'

/** Places in which an article is little known that are named. */
const MOST_PLACES = 10

export type Shown = Omit<Analysis, 'org' | 'stale' | 'mayCorrect'>

/** The organisations of which `shownAnalysis` wants names. */
export const placesToName = (quiz: QuizDoc, doc: StoredAnalysis | null): string[] =>
  doc ? places(quiz, doc.tally).flatMap(({ group }) => (group.startsWith('o:') ? [group.slice(2)] : [])) : []

const places = (quiz: QuizDoc, tally: Tally) => lessKnown(tally.known, quiz.pointsEach).slice(0, MOST_PLACES)

/** Item analysis as it is shown. @param names of organisations */
export function shownAnalysis(
  quiz: QuizDoc,
  doc: StoredAnalysis | null,
  names: ReadonlyMap<string, string>,
  withKeys: boolean,
): Shown {
  const tally = doc?.tally ?? emptyTally()
  const length = paperLength(quiz)
  const tooFew = tally.papers < analysisRules.mostPrivate
  const { pointsEach } = quiz
  const most = length * pointsEach
  const articles = articlesOf(quiz.questions)
  const sourceOf = (article: number) => articles[article] ?? { document: '', article: '' }
  const { papers: _papers, ...test } = testStatistics(tally, length)
  const findings = withKeys ? findingsOf(quiz.questions, tally.questions, pointsEach, most - pointsEach) : []
  return {
    quiz: {
      id: quiz._id,
      title: quiz.title,
      mode: quiz.mode,
      paper: length,
      pool: quiz.questions.length,
      pointsEach,
      passMark: quiz.passMark,
      keyVersion: quiz.keyVersion ?? 0,
    },
    asOf: doc?.asOf ?? null,
    which: whichOf(quiz.mode),
    papers: tally.papers,
    unlike: tally.unlike,
    tooFew,
    test: tooFew ? null : test,
    spread: tooFew ? [] : spreadOf(tally.totals, most),
    items: tooFew ? [] : shownItems(quiz, tally, length, withKeys),
    articles: tooFew
      ? []
      : articleFacilities(tally.known, pointsEach).map(({ article, answers, facility }) => ({
          source: sourceOf(article),
          answers,
          facility,
        })),
    littleKnown: tooFew
      ? []
      : places(quiz, tally).map(({ group, article, facility, elsewhere, answers, branches }) => ({
          source: sourceOf(article),
          where: whereOf(group, names),
          facility,
          elsewhere,
          answers,
          branches,
        })),
    findings,
    corrections: withKeys ? correctionsOf(quiz) : [],
  }
}

function whereOf(group: string, names: ReadonlyMap<string, string>): LittleKnown['where'] {
  const id = group.slice(2)
  return group.startsWith('o:')
    ? { by: 'organisation', id, name: names.get(id) ?? '' }
    : { by: 'category', category: id as Category }
}

const correctionsOf = ({ corrections = [], questions }: QuizDoc): Shown['corrections'] =>
  [...corrections].reverse().map(({ id, questionId, reason, at, impact, after }) => ({
    correctionId: id,
    questionId,
    number: questions.findIndex((question) => question.id === questionId) + 1,
    reason,
    at,
    impact,
    full: after.full,
  }))
