import { chooseOption } from '@/components/option/option.shared'
import type { Paper, PaperItem } from '@/contracts/quiz'
import type { QuizDraft } from '@/services/quiz-draft.shared'

/** What is chosen at one question. */
export const chosenAt = (draft: QuizDraft, item: PaperItem): readonly number[] =>
  draft.answers[item.questionId]?.chosen ?? []

/** The draft after a tap on an option. */
export function tapOption(draft: QuizDraft, item: PaperItem, option: number, now: number): QuizDraft {
  const chosen = chooseOption(item.kind, chosenAt(draft, item), option)
  return { ...draft, answers: { ...draft.answers, [item.questionId]: { chosen, at: now } } }
}

/** Question numbers in a sentence: '第 2、5、7 题'; beyond six it names the first and says 等. */
export function placesWords(places: readonly number[]): string {
  const shown = places.slice(0, 6).map((place) => place + 1)
  return `第 ${shown.join('、')} 题${places.length > shown.length ? '等' : ''}`
}

/** A paper that the phone kept is of use until its deadline, by the server's clock. */
export const isOver = (paper: Pick<Paper, 'deadlineAt'>, serverNow: number): boolean => serverNow >= paper.deadlineAt
