import type { PaperItem, ResultItem } from '@/contracts/quiz'
import type { GradedItem } from './grade'
import { type DealtQuestion, type ExplainedQuestion, type Question, questionFinder } from './question'

type ShownQuestion = Pick<Question, 'id' | 'kind' | 'stem' | 'options'>

function showOptions(question: ShownQuestion, order: readonly number[]): string[] {
  return order.map((index) => {
    const option = question.options[index]
    if (option === undefined)
      throw new Error(`question ${question.id} was dealt with option ${index}, which it does not have`)
    return option
  })
}

/**
 * The paper as a member sees it before submission. Every field is named here and nothing is spread, so that a key, an
 * explanation or a field that a later version adds to questions cannot leak. Throws when the paper does not fit its quiz.
 */
export function showPaper(
  dealt: readonly DealtQuestion[],
  questions: readonly ShownQuestion[],
  pointsEach: number,
): PaperItem[] {
  const find = questionFinder(questions)
  return dealt.map(({ questionId, order }) => {
    const question = find(questionId)
    return {
      questionId,
      kind: question.kind,
      stem: question.stem,
      options: showOptions(question, order),
      points: pointsEach,
    }
  })
}

/**
 * The paper as a member sees it after submission: each item with its mark, its key in shown indices or what is accepted in its gap,
 * explanation and source.
 */
export function showResult(
  dealt: readonly DealtQuestion[],
  questions: readonly ExplainedQuestion[],
  pointsEach: number,
  graded: readonly GradedItem[],
): ResultItem[] {
  const find = questionFinder(questions)
  const marks = new Map(graded.map((item) => [item.questionId, item]))
  return showPaper(dealt, questions, pointsEach).map((item) => {
    const mark = marks.get(item.questionId)
    if (mark === undefined) throw new Error(`question ${item.questionId} was dealt but not graded`)
    const { explanation, source, accepted, full } = find(item.questionId)
    return {
      ...item,
      chosen: mark.chosen,
      text: mark.text,
      key: mark.key,
      accepted: [...accepted],
      verdict: mark.verdict,
      earned: mark.earned,
      explanation,
      source: { document: source.document, article: source.article },
      ...(full && { full }),
    }
  })
}
