import type { QuestionKind } from '@/contracts/quiz'
import { type Rng, shuffle } from '../random'
import type { Question } from './question'

const kindOrder: Record<QuestionKind, number> = { single: 0, multiple: 1, judge: 2, fill: 3 }

/** Kinds one after the other; difficulty rises in one kind and falls in the next, so that equal difficulties often meet. */
function byStratum(a: Question, b: Question): number {
  const kinds = kindOrder[a.kind] - kindOrder[b.kind]
  if (kinds !== 0) return kinds
  return kindOrder[a.kind] % 2 === 0 ? a.difficulty - b.difficulty : b.difficulty - a.difficulty
}

/** The pool ordered by kind and difficulty, shuffled within each: what systematic sampling takes its steps over. */
export const stratified = (questions: readonly Question[], rng: Rng): Question[] =>
  shuffle(questions, rng).sort(byStratum)
