import type { AnalysedItem } from '@/contracts/analysis'
import {
  analysisRules,
  type Choosers,
  effectiveWeights,
  guessScore,
  itemStatistics,
  type QuestionTally,
  type Tally,
} from '@/domain/quiz/analysis'
import type { QuizDoc, QuizQuestion } from '../../_data/documents'

const none: QuestionTally = { cells: {}, options: [], blank: [0, 0, 0], texts: [] }

/** The statistics of each question, in the order of the quiz. @param withKeys whether the viewer sees keys and who chose what */
export function shownItems(quiz: QuizDoc, tally: Tally, length: number, withKeys: boolean): AnalysedItem[] {
  const tallies = quiz.questions.map(({ id }) => tally.questions[id] ?? none)
  const statistics = tallies.map((one) => itemStatistics(one, quiz.pointsEach))
  const weights = effectiveWeights(statistics, tally.papers)
  const restMax = Math.max(1, (length - 1) * quiz.pointsEach)
  return quiz.questions.map((question, i): AnalysedItem => {
    const { id, kind, stem, source } = question
    const one = tallies[i] ?? none
    const { answers, facility, standardDeviation, discrimination, efficiency } = statistics[i] ?? itemStatistics(one, 1)
    const enough = answers >= analysisRules.mostPrivate
    // a correlation of a few answers says nothing
    const judged = answers >= analysisRules.judged
    return {
      questionId: id,
      number: i + 1,
      kind,
      stem,
      source: { document: source.document, article: source.article },
      answers,
      facility: enough ? facility : null,
      standardDeviation: enough ? standardDeviation : null,
      discrimination: judged ? discrimination : null,
      efficiency: judged ? efficiency : null,
      guess: guessScore(question),
      intendedWeight: length === 0 ? null : 1 / length,
      effectiveWeight: judged ? (weights[i] ?? null) : null,
      detail: withKeys ? detailOf(question, one, restMax, enough) : null,
    }
  })
}

/** The mean on the rest of the paper is said of five or more: of fewer it could be somebody's. */
const chosenBy = ([count, rest]: Choosers, restMax: number, enough: boolean) => ({
  count: enough ? count : 0,
  rest: count >= analysisRules.mostPrivate ? rest / (count * restMax) : null,
})

function detailOf(question: QuizQuestion, tally: QuestionTally, restMax: number, enough: boolean) {
  const { options, key, accepted, full } = question
  return {
    options: options.map((text, option) => ({
      text,
      isKey: key.includes(option),
      ...chosenBy(tally.options[option] ?? [0, 0, 0], restMax, enough),
    })),
    blank: chosenBy(tally.blank, restMax, enough),
    accepted: [...accepted],
    texts: tally.texts
      .filter(([, count]) => count >= analysisRules.mostPrivate)
      .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
      .slice(0, 8)
      .map(([text, count]) => ({ text, count })),
    full: full === true,
  }
}
