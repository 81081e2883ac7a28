import {
  emptyTally,
  type QuestionTally,
  type TalliedAnswer,
  type Tally,
  tallyBranch,
} from '../../../../src/domain/quiz/analysis'

/** One paper: marks by question; what is not on it is left out. */
export type Marks = Readonly<Record<string, number>>

export const answer = (questionId: string, earned: number, extra: Partial<TalliedAnswer> = {}): TalliedAnswer => ({
  questionId,
  earned,
  options: 4,
  chosen: [],
  blank: false,
  wrongText: null,
  article: 0,
  ...extra,
})

export const tallyOf = (papers: readonly Marks[], groups: readonly string[] = []): Tally => {
  const tally = emptyTally()
  tallyBranch(
    tally,
    papers.map((marks) => Object.entries(marks).map(([id, earned]) => answer(id, earned))),
    groups,
  )
  return tally
}

export function questionOf(tally: Tally, id: string): QuestionTally {
  const question = tally.questions[id]
  if (!question) throw new Error(`nothing was tallied of ${id}`)
  return question
}
