import type { SourceRef } from '@/contracts/common'
import type { PartialRule } from '@/contracts/quiz'
import { normaliseFill } from '../fill'
import { type GivenAnswer, gradePaper } from '../grade'
import type { Keyed } from '../keys/key-change'
import { type DealtQuestion, type Question, questionFinder } from '../question'
import type { TalliedAnswer } from './tally'

export type AnalysedQuestion = Pick<Question, 'id' | 'kind' | 'stem' | 'options' | 'difficulty'> &
  Keyed & { readonly source: SourceRef }

/** A quiz as far as its papers are analysed. */
export interface AnalysedQuiz {
  readonly questions: readonly AnalysedQuestion[]
  /** Questions on a paper. */
  readonly deal: number
  readonly pointsEach: number
  readonly passMark: number
  readonly partial: PartialRule
}

/** How many questions a paper has. */
export const paperLength = ({ deal, questions }: Pick<AnalysedQuiz, 'deal' | 'questions'>): number =>
  Math.min(deal, questions.length)

/** The articles that a quiz asks about, each once, in the order of its questions. */
export function articlesOf(questions: readonly { readonly source: SourceRef }[]): SourceRef[] {
  const found = new Map<string, SourceRef>()
  for (const { source } of questions) {
    const name = JSON.stringify([source.document, source.article])
    if (!found.has(name)) found.set(name, { document: source.document, article: source.article })
  }
  return [...found.values()]
}

/** Turns papers into what is tallied of them. null: the paper is not of the length that is dealt now, or does not fit its quiz. */
export function paperReader(quiz: AnalysedQuiz) {
  const { questions, pointsEach, passMark, partial } = quiz
  const find = questionFinder(questions)
  const known = new Set(questions.map(({ id }) => id))
  const articles = new Map(articlesOf(questions).map((source, i) => [JSON.stringify(source), i]))
  const articleOf = ({ document, article }: SourceRef) => articles.get(JSON.stringify({ document, article })) ?? 0
  return (paper: {
    readonly dealt: readonly DealtQuestion[]
    readonly answers: readonly GivenAnswer[]
  }): TalliedAnswer[] | null => {
    const { dealt, answers } = paper
    if (dealt.length !== paperLength(quiz) || !dealt.every(({ questionId }) => known.has(questionId))) return null
    const graded = gradePaper({ dealt, questions, answers, pointsEach, passMark, partial })
    if (!graded.ok) return null
    const orders = new Map(dealt.map(({ questionId, order }) => [questionId, order]))
    const written = new Map(answers.map(({ questionId, text = '' }) => [questionId, normaliseFill(text)]))
    return graded.items.map(({ questionId, earned, chosen, verdict }): TalliedAnswer => {
      const { kind, options, source, full } = find(questionId)
      const order = orders.get(questionId) ?? []
      const text = written.get(questionId) ?? ''
      const blank = chosen.length === 0 && text === ''
      return {
        questionId,
        earned,
        options: options.length,
        chosen: chosen.flatMap((shown) => order[shown] ?? []),
        blank,
        // on a question that gives everybody the points no text is wrong
        wrongText: kind === 'fill' && !blank && verdict === 'wrong' && !full ? text : null,
        article: articleOf(source),
      }
    })
  }
}
