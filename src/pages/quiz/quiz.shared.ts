import { chooseOption } from '@/components/option/option.shared'
import type { Answer, Paper, PaperItem } from '@/contracts/quiz'
import type { QuizDraft } from '@/services/quiz-draft.shared'

/** What is chosen at one question. */
export const chosenAt = (draft: QuizDraft, item: PaperItem): readonly number[] => draft.chosen[item.questionId] ?? []

/** The draft after a tap on an option. */
export function tapOption(draft: QuizDraft, item: PaperItem, option: number): QuizDraft {
  const chosen = chooseOption(item.kind, chosenAt(draft, item), option)
  return { ...draft, chosen: { ...draft.chosen, [item.questionId]: chosen } }
}

/** The places (0, 1, …) of the questions without an answer. */
export const blanksOf = (paper: Paper, draft: QuizDraft): number[] =>
  paper.items.flatMap((item, index) => (chosenAt(draft, item).length === 0 ? [index] : []))

/** What is handed in: the answered questions, in the order of the paper. */
export const answersOf = (paper: Paper, draft: QuizDraft): Answer[] =>
  paper.items.flatMap((item) => {
    const chosen = chosenAt(draft, item)
    return chosen.length === 0 ? [] : [{ questionId: item.questionId, chosen: [...chosen] }]
  })

/** Question numbers in a sentence: '第 2、5、7 题'; beyond six it names the first and says 等. */
export function placesWords(places: readonly number[]): string {
  const shown = places.slice(0, 6).map((place) => place + 1)
  return `第 ${shown.join('、')} 题${places.length > shown.length ? '等' : ''}`
}

/** A paper that the phone kept is of use until its deadline, by the server's clock. */
export const isOver = (paper: Pick<Paper, 'deadlineAt'>, serverNow: number): boolean => serverNow >= paper.deadlineAt
