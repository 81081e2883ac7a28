import type { Id } from '@/contracts/common'
import type { QuestionKind } from '@/contracts/quiz'

/** 1 easy … 3 hard. */
export type Difficulty = 1 | 2 | 3

/** A question of the bank, as far as choosing goes. */
export interface BankQuestion {
  readonly id: Id
  /** The chapter of the handbook in which it stands. */
  readonly chapter: Id
  readonly kind: QuestionKind
  readonly difficulty: Difficulty
  readonly tags: readonly string[]
}

/** One line of a rule: so many questions that are like this; null: whichever. */
export interface RulePart {
  readonly chapter: Id | null
  readonly tag: string | null
  readonly kind: QuestionKind | null
  readonly difficulty: Difficulty | null
  readonly count: number
}

/** A question that was chosen, and by which line of the rule. */
export interface ChosenQuestion {
  readonly questionId: Id
  /** Place of the line in the rule. */
  readonly part: number
}

/** Whether a question is what a line of the rule asks for. */
export function fits(question: BankQuestion, part: Omit<RulePart, 'count'>): boolean {
  return (
    (part.chapter === null || question.chapter === part.chapter) &&
    (part.tag === null || question.tags.includes(part.tag)) &&
    (part.kind === null || question.kind === part.kind) &&
    (part.difficulty === null || question.difficulty === part.difficulty)
  )
}
