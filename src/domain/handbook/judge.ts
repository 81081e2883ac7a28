import type { HandbookItem } from '@/contracts/handbook'
import { sameFill } from '../quiz/fill'

/** What someone answered while practising: indices into `options`, or for a fill-in question a text. */
export interface Tried {
  readonly chosen: readonly number[]
  readonly text: string
}

/**
 * Whether an answer is right by the handbook: all or nothing, as someone who wants to know it would ask of themselves. No mark comes of it: marks
 * are only made by the server, of quizzes.
 */
export function isRight(item: Pick<HandbookItem, 'kind' | 'key' | 'accepted'>, tried: Tried): boolean {
  if (item.kind === 'fill') return sameFill(tried.text, item.accepted)
  return tried.chosen.length === item.key.length && tried.chosen.every((index) => item.key.includes(index))
}
