import { type BankQuestion, type Choice, chooseQuestions } from '@/domain/quiz/making'
import type { QuizDraftDoc } from '../_data/documents'
import type { BankChapter } from '../_data/quiz-bank'

/** The bank as choosing takes it. */
export const bankOf = (chapters: readonly BankChapter[]): BankQuestion[] =>
  chapters.flatMap(({ _id: chapter, items }) =>
    items.map(({ id, kind, difficulty, tags }) => ({ id, chapter, kind, difficulty, tags })),
  )

/** What the last quiz of the organisation had. */
export const recentOf = (last: readonly { questions: readonly { id: string }[] }[]): string[] =>
  last.flatMap(({ questions }) => questions.map(({ id }) => id))

/** The questions of a rule, as many of `keep` as still fit among them. */
export const choiceOf = (
  bank: readonly BankQuestion[],
  { parts, seed }: Pick<QuizDraftDoc, 'parts' | 'seed'>,
  recent: readonly string[],
  keep: readonly string[],
): Choice => chooseQuestions(bank, parts, { keep, recent, seed })

/** For each line of the rule, how many of its questions are not chosen. */
export const shortOf = ({ parts, chosen }: Pick<QuizDraftDoc, 'parts' | 'chosen'>): number[] =>
  parts.map(({ count }, index) => count - chosen.filter(({ part }) => part === index).length)
