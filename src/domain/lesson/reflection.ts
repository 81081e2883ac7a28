import type { WritingState } from '@/contracts/writing'
import type { TextVerdict } from './text-verdict'
import { type ArrivingText, arrivalOf, type WrittenText } from './writing'

export type ReflectionDecision =
  | { readonly reflection: 'write' }
  /** Nothing changes: it is there already, or a later one of the same phone is. */
  | { readonly reflection: 'keep' }
  /** Another phone handed in a text that this one has not seen: the writer chooses. */
  | { readonly reflection: 'unseen' }

/** What becomes of a reflection that is handed in, when there may be one already. Two texts are never joined: it is signed with a name. */
export function decideReflection(kept: WrittenText | null, arriving: ArrivingText): ReflectionDecision {
  const arrival = arrivalOf(kept, arriving)
  if (arrival === 'first' || arrival === 'next') return { reflection: 'write' }
  return { reflection: arrival === 'unseen' ? 'unseen' : 'keep' }
}

/** The state in which a new text begins; a text that was refused begins in none. */
export const firstState = (verdict: Exclude<TextVerdict, 'refused'>): WritingState =>
  verdict === 'pass' ? 'shown' : 'review'
