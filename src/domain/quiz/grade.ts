import type { PartialRule, QuestionKind, Verdict } from '@/contracts/quiz'
import { type Mark, markChoice, markFill, markOne } from './mark'
import { type DealtQuestion, questionFinder } from './question'

/** An answer as it was handed in: shown indices, or for fill a text; an unanswered question may be left out or have neither. */
export interface GivenAnswer {
  readonly questionId: string
  readonly chosen: readonly number[]
  readonly text?: string | undefined
}

interface KeyedQuestion {
  readonly id: string
  readonly kind: QuestionKind
  readonly key: readonly number[]
  readonly accepted: readonly string[]
  /** 全员得分: the question was at fault, and everybody who was dealt it is given its points. */
  readonly full?: true | undefined
}

export interface GradedItem extends Mark {
  questionId: string
  /** Shown indices, ascending. */
  chosen: number[]
  /** What was written; null when it is no fill-in question or was left empty. */
  text: string | null
  /** Shown indices, ascending. */
  key: number[]
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

function fits(answer: GivenAnswer, kind: QuestionKind, optionCount: number): boolean {
  if (kind === 'fill') return answer.chosen.length === 0
  const inRange = answer.chosen.every((index) => Number.isInteger(index) && index >= 0 && index < optionCount)
  const distinct = new Set(answer.chosen).size === answer.chosen.length
  return inRange && distinct && !answer.text && (kind === 'multiple' || answer.chosen.length <= 1)
}

const ascending = (indices: readonly number[]): number[] => [...indices].sort((a, b) => a - b)

/**
 * Grades what was handed in against what was dealt. The order of the answers does not matter; a question without an answer is
 * blank. Answers that cannot belong to this paper (an unknown question, one twice, an option out of range or twice, several
 * choices for single or judge, a choice for fill, a text for another kind) are refused as a whole: nothing is guessed.
 * @param pointsEach whole points per question; @param passMark points; @param partial what 漏选 earns
 */
export function gradePaper(paper: {
  readonly dealt: readonly DealtQuestion[]
  readonly questions: readonly KeyedQuestion[]
  readonly answers: readonly GivenAnswer[]
  readonly pointsEach: number
  readonly passMark: number
  readonly partial: PartialRule
}): Grading {
  const { dealt, answers, pointsEach, passMark, partial } = paper
  const find = questionFinder(paper.questions)
  const given = new Map(answers.map((answer) => [answer.questionId, answer]))
  const orders = new Map(dealt.map(({ questionId, order }) => [questionId, order]))
  const allFit = answers.every((answer) => {
    const order = orders.get(answer.questionId)
    return order !== undefined && fits(answer, find(answer.questionId).kind, order.length)
  })
  if (!allFit || given.size !== answers.length) return { ok: false, reason: 'ANSWERS_DO_NOT_FIT' }

  const items = dealt.map(({ questionId, order }): GradedItem => {
    const question = find(questionId)
    const answer = given.get(questionId)
    const chosen = ascending(answer?.chosen ?? [])
    const key = ascending(question.key.map((original) => order.indexOf(original)))
    const isFill = question.kind === 'fill'
    const written = answer?.text ?? ''
    const mark = isFill
      ? markFill(written, question.accepted, pointsEach)
      : question.kind === 'multiple'
        ? markChoice(chosen, key, pointsEach, partial)
        : markOne(chosen, key, pointsEach)
    const text = isFill && mark.verdict !== 'blank' ? written : null
    const stands: Mark = question.full ? { verdict: 'right', earned: pointsEach } : mark
    return { questionId, chosen, text, key, ...stands }
  })
  const counts: Record<Verdict, number> = { right: 0, partial: 0, wrong: 0, blank: 0 }
  for (const item of items) counts[item.verdict] += 1
  const score = items.reduce((sum, item) => sum + item.earned, 0)
  return { ok: true, items, counts, score, maxScore: dealt.length * pointsEach, passed: score >= passMark }
}
