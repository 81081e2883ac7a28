import type { QuestionKind, Verdict } from '@/contracts/quiz'
import { type DealtQuestion, questionFinder } from './question'

/** An answer as it was handed in: shown indices; an unanswered question may be left out or have no choice. */
export interface GivenAnswer {
  readonly questionId: string
  readonly chosen: readonly number[]
}

interface KeyedQuestion {
  readonly id: string
  readonly kind: QuestionKind
  readonly key: readonly number[]
}

export interface GradedItem {
  questionId: string
  /** Shown indices, ascending. */
  chosen: number[]
  /** Shown indices, ascending. */
  key: number[]
  verdict: Verdict
  /** Points given, whole, 0 … pointsEach. */
  earned: number
}

export interface GradedPaper {
  ok: true
  /** In the order of the paper. */
  items: GradedItem[]
  counts: Record<Verdict, number>
  score: number
  maxScore: number
  passed: boolean
}

export type Grading = GradedPaper | { ok: false; reason: 'ANSWERS_DO_NOT_FIT' }

/** Part marks: points × right ÷ key size, halves up; always below the full points, which only a complete answer earns. */
function partMark(points: number, right: number, keySize: number): number {
  const rounded = Math.floor((2 * points * right + keySize) / (2 * keySize))
  return Math.max(0, Math.min(rounded, points - 1))
}

/**
 * Marks one answer. Single and judge: all or nothing. Multiple, as usual in 多选题 with part marks: any wrong option gives 0,
 * all right ones give the full points, some of them a part. Nothing chosen is `blank`, 0.
 */
export function markAnswer(
  chosen: readonly number[],
  key: readonly number[],
  points: number,
): { verdict: Verdict; earned: number } {
  if (chosen.length === 0) return { verdict: 'blank', earned: 0 }
  if (!chosen.every((index) => key.includes(index))) return { verdict: 'wrong', earned: 0 }
  if (chosen.length === key.length) return { verdict: 'right', earned: points }
  return { verdict: 'partial', earned: partMark(points, chosen.length, key.length) }
}

function fits(answer: GivenAnswer, kind: QuestionKind, optionCount: number): boolean {
  const inRange = answer.chosen.every((index) => Number.isInteger(index) && index >= 0 && index < optionCount)
  const distinct = new Set(answer.chosen).size === answer.chosen.length
  return inRange && distinct && (kind === 'multiple' || answer.chosen.length <= 1)
}

const ascending = (indices: readonly number[]): number[] => [...indices].sort((a, b) => a - b)

/**
 * Grades what was handed in against what was dealt. The order of the answers does not matter; a question without an answer is
 * blank. Answers that cannot belong to this paper (an unknown question, one twice, an option out of range or twice, several
 * choices for single or judge) are refused as a whole: nothing is guessed.
 * @param pointsEach whole points per question; @param passMark points
 */
export function gradePaper(paper: {
  readonly dealt: readonly DealtQuestion[]
  readonly questions: readonly KeyedQuestion[]
  readonly answers: readonly GivenAnswer[]
  readonly pointsEach: number
  readonly passMark: number
}): Grading {
  const { dealt, answers, pointsEach, passMark } = paper
  const find = questionFinder(paper.questions)
  const given = new Map(answers.map((answer) => [answer.questionId, answer.chosen]))
  const orders = new Map(dealt.map(({ questionId, order }) => [questionId, order]))
  const allFit = answers.every((answer) => {
    const order = orders.get(answer.questionId)
    return order !== undefined && fits(answer, find(answer.questionId).kind, order.length)
  })
  if (!allFit || given.size !== answers.length) return { ok: false, reason: 'ANSWERS_DO_NOT_FIT' }

  const items = dealt.map(({ questionId, order }): GradedItem => {
    const chosen = ascending(given.get(questionId) ?? [])
    const key = ascending(find(questionId).key.map((original) => order.indexOf(original)))
    return { questionId, chosen, key, ...markAnswer(chosen, key, pointsEach) }
  })
  const counts: Record<Verdict, number> = { right: 0, partial: 0, wrong: 0, blank: 0 }
  for (const item of items) counts[item.verdict] += 1
  const score = items.reduce((sum, item) => sum + item.earned, 0)
  return { ok: true, items, counts, score, maxScore: dealt.length * pointsEach, passed: score >= passMark }
}
