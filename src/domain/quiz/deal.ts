import { intBelow, type Rng, seededRng, shuffle } from '../random'
import type { Question } from './question'
import { stratified } from './stratum'

/**
 * Chooses `count` questions by systematic sampling (Madow and Madow 1944) over the pool ordered by stratum and shuffled within
 * each: every question, and so every tag, has exactly the chance count ÷ pool, and every kind, and every difficulty
 * within a kind, gets its proportional share of the paper, rounded up or down.
 */
function chooseBalanced(questions: readonly Question[], count: number, rng: Rng): Question[] {
  const pool = stratified(questions, rng)
  if (count >= pool.length) return pool
  const start = intBelow(pool.length, rng)
  return Array.from({ length: count }, (_, turn) => pool[Math.floor((start + turn * pool.length) / count)] as Question)
}

/** Options in the order shown. 正确 / 错误 keep theirs: people expect them so. A fill-in question has none. */
function orderOptions(question: Question, rng: Rng): number[] {
  const original = question.options.map((_, index) => index)
  return question.kind === 'judge' ? original : shuffle(original, rng)
}

/** The chosen questions in a random order, each with its options in a random order. */
export const layOut = (chosen: readonly Question[], rng: Rng): { questionId: string; order: number[] }[] =>
  shuffle(chosen, rng).map((question) => ({ questionId: question.id, order: orderOptions(question, rng) }))

/**
 * Deals a paper: which questions, in which order, with which order of options. Deterministic for the seed, so the paper can be
 * dealt again from the attempt.
 * @param deal how many questions; all when the pool has fewer
 * @returns for each question its id and `order`, where `order[shown]` is the original option index
 */
export function dealPaper(paper: {
  readonly questions: readonly Question[]
  readonly deal: number
  readonly seed: number
}): { questionId: string; order: number[] }[] {
  const rng = seededRng(paper.seed)
  return layOut(chooseBalanced(paper.questions, Math.max(0, paper.deal), rng), rng)
}
