import type { SourceRef } from '@/contracts/common'
import type { QuestionKind } from '@/contracts/quiz'

/** What dealing and grading need of a stored question. */
export interface Question {
  readonly id: string
  readonly kind: QuestionKind
  readonly stem: string
  readonly options: readonly string[]
  /** Indices into `options`, ascending; none for fill. */
  readonly key: readonly number[]
  /** Of a fill-in question: what fills the gap, the usual form first; none for the others. */
  readonly accepted: readonly string[]
  /** 1 easy … 3 hard. */
  readonly difficulty: number
}

/** A question with what is shown after submission. */
export interface ExplainedQuestion extends Question {
  readonly explanation: string
  readonly source: SourceRef
  /** Everybody is given its points. */
  readonly full?: true | undefined
}

/** A question as dealt in one paper: `order[shown] = original` option index; empty for fill. */
export interface DealtQuestion {
  readonly questionId: string
  readonly order: readonly number[]
}

/** Finds questions by id; a dealt id that the quiz does not have is a broken record, so it throws. */
export function questionFinder<Q extends { readonly id: string }>(questions: readonly Q[]): (id: string) => Q {
  const byId = new Map(questions.map((question) => [question.id, question]))
  return (id) => {
    const question = byId.get(id)
    if (question === undefined) throw new Error(`a paper was dealt with question ${id}, which its quiz does not have`)
    return question
  }
}
