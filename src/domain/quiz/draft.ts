import type { Answer, Draft, DraftAnswer } from '@/contracts/quiz'
import type { DealtQuestion } from './question'

/** The answer of two taps that stands: the later one. Of two at the same instant always the same one, whichever came first. */
function later(a: DraftAnswer, b: DraftAnswer): DraftAnswer {
  if (a.at !== b.at) return a.at > b.at ? a : b
  return JSON.stringify([a.chosen, a.text]) >= JSON.stringify([b.chosen, b.text]) ? a : b
}

type Marks = Pick<Draft, 'marked' | 'markedAt'>
const since = ({ markedAt = 0 }: Marks): number => markedAt

/** The marks that stand: those that were changed later; at the same instant the longer list, and always the same one, whichever came first. */
function laterMarks(a: Marks, b: Marks): Marks {
  if (since(a) !== since(b)) return since(a) > since(b) ? a : b
  if (a.marked.length !== b.marked.length) return a.marked.length > b.marked.length ? a : b
  return JSON.stringify(a.marked) >= JSON.stringify(b.marked) ? a : b
}

/**
 * A kept draft with what another save brings: question by question the later answer, also when it took an answer back (nothing chosen, no text), and
 * the marks that were changed later, as a whole: with a union nobody could take one away. So it does not matter in which order the saves of two phones arrive,
 * nor how often. Answers that cannot be of this paper are left out; an instant in the future is cut to `now`, or a phone whose clock is ahead
 * would win for ever.
 */
export function mergeDrafts(kept: Draft | null, incoming: Draft, dealt: readonly DealtQuestion[], now: number): Draft {
  const merged = new Map((kept?.answers ?? []).map((answer) => [answer.questionId, answer]))
  const orders = new Map(dealt.map(({ questionId, order }) => [questionId, order]))
  for (const one of incoming.answers) {
    const options = orders.get(one.questionId)?.length
    if (options === undefined || one.chosen.some((index) => index >= options)) continue
    const answer = { ...one, at: Math.min(one.at, now) }
    const earlier = merged.get(one.questionId)
    merged.set(one.questionId, earlier ? later(earlier, answer) : answer)
  }
  const marks: Marks = {
    marked: [...new Set(incoming.marked)].filter((questionId) => orders.has(questionId)),
    markedAt: Math.min(since(incoming), now),
  }
  const { marked, markedAt } = kept === null ? marks : laterMarks(kept, marks)
  return {
    answers: dealt.flatMap(({ questionId }) => merged.get(questionId) ?? []),
    marked: [...marked],
    markedAt: markedAt ?? 0,
  }
}

/** What a draft says as a paper: its answers without their instants; what was taken back is none. */
export const answersOfDraft = ({ answers }: Pick<Draft, 'answers'>): Answer[] =>
  answers.flatMap(({ at: _at, ...answer }) =>
    answer.chosen.length > 0 || (answer.text ?? '').trim() !== '' ? [answer] : [],
  )
