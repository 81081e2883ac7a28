import type { Answer, Draft, Paper, PaperItem } from '@/contracts/quiz'

/** An answer on this phone: shown indices, or the text of a gap, and when it was given (server's clock, as far as the phone knows it). */
export interface DraftAnswer {
  readonly chosen: readonly number[]
  readonly text?: string
  readonly at: number
}

/** What a member has answered so far, by question id, and where they are. */
export interface QuizDraft {
  readonly answers: Readonly<Record<string, DraftAnswer>>
  /** Questions marked to look at later. */
  readonly marked: readonly string[]
  /** When a mark was last set or taken away (server's clock, as far as the phone knows it); 0: never. */
  readonly markedAt: number
  /** The place of the question that was on the screen. */
  readonly at: number
  /** The latest instant (server's clock) at which something was kept: it is never earlier than that again, whatever the phone's clock says. */
  readonly seen: number
}

export const emptyDraft: QuizDraft = { answers: {}, marked: [], markedAt: 0, at: 0, seen: 0 }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const numbers = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((one): one is number => typeof one === 'number') : []

function readAnswer(value: unknown): DraftAnswer | null {
  // Versions before kept the indices alone.
  if (Array.isArray(value)) return { chosen: numbers(value), at: 0 }
  if (!isRecord(value)) return null
  const text = typeof value.text === 'string' ? { text: value.text } : {}
  return { chosen: numbers(value.chosen), ...text, at: typeof value.at === 'number' ? value.at : 0 }
}

/** A stored draft, whichever version stored it. */
export function readDraft(stored: unknown): QuizDraft {
  if (!isRecord(stored)) return emptyDraft
  const source = isRecord(stored.answers) ? stored.answers : isRecord(stored.chosen) ? stored.chosen : {}
  const answers: Record<string, DraftAnswer> = {}
  for (const [questionId, value] of Object.entries(source)) {
    const answer = readAnswer(value)
    if (answer) answers[questionId] = answer
  }
  const marked = Array.isArray(stored.marked) ? stored.marked.filter((id): id is string => typeof id === 'string') : []
  const number = (value: unknown) => (typeof value === 'number' ? value : 0)
  const { at, seen, markedAt } = stored
  return { answers, marked, markedAt: number(markedAt), at: number(at), seen: number(seen) }
}

const hasText = (answer: DraftAnswer | undefined): boolean => (answer?.text ?? '').trim() !== ''

/** Whether something is chosen or written. */
export const isAnswered = (answer: DraftAnswer | undefined): boolean =>
  answer !== undefined && (answer.chosen.length > 0 || hasText(answer))

/** The places (0, 1, …) of the questions without an answer. */
export const blanksOf = (paper: Pick<Paper, 'items'>, draft: QuizDraft): number[] =>
  paper.items.flatMap((item, index) => (isAnswered(draft.answers[item.questionId]) ? [] : [index]))

const answerOf = ({ questionId, kind }: PaperItem, { chosen, text }: DraftAnswer): Answer =>
  kind === 'fill' ? { questionId, chosen: [], text: (text ?? '').trim() } : { questionId, chosen: [...chosen] }

/** What is handed in: the answered questions, in the order of the paper. */
export const answersOf = (paper: Pick<Paper, 'items'>, draft: QuizDraft): Answer[] =>
  paper.items.flatMap((item) => {
    const answer = draft.answers[item.questionId]
    return answer && isAnswered(answer) ? [answerOf(item, answer)] : []
  })

/** What is sent for another phone to go on with: also that an answer was taken back. */
export const sentDraft = (paper: Pick<Paper, 'items'>, draft: QuizDraft): Draft => ({
  answers: paper.items.flatMap((item) => {
    const answer = draft.answers[item.questionId]
    return answer ? [{ ...answerOf(item, answer), at: answer.at }] : []
  }),
  marked: paper.items.flatMap(({ questionId }) => (draft.marked.includes(questionId) ? [questionId] : [])),
  markedAt: draft.markedAt,
})

const same = (a: DraftAnswer | undefined, b: DraftAnswer): boolean =>
  (a?.text ?? '').trim() === (b.text ?? '').trim() && (a?.chosen ?? []).join() === b.chosen.join()

/**
 * This phone's draft joined with the server's: question by question the later answer; at the same instant this phone's. `elsewhere`: something
 * came in that this phone did not have. Marks are the list that was changed later.
 */
export function joinDrafts(own: QuizDraft, kept: Draft | null): { draft: QuizDraft; elsewhere: boolean } {
  if (kept === null) return { draft: own, elsewhere: false }
  const answers: Record<string, DraftAnswer> = { ...own.answers }
  let elsewhere = false
  for (const { questionId, chosen, text, at } of kept.answers) {
    const mine = answers[questionId]
    if (mine && mine.at >= at) continue
    const theirs: DraftAnswer = { chosen, ...(text === undefined ? {} : { text }), at }
    if (!same(mine, theirs)) elsewhere = true
    answers[questionId] = theirs
  }
  const { marked, markedAt = 0 } = kept
  const marks =
    markedAt > own.markedAt || (elsewhere && own.marked.length === 0) ? { marked: [...marked], markedAt } : {}
  return { draft: { ...own, answers, ...marks }, elsewhere }
}
