import type { KeyRelease } from '@/contracts/quiz'
import { arriveByOf } from './arrival'
import { closingOf, type QuizTimes } from './window'

/**
 * Whether keys, explanations and sources are shown, or from when on they will be (null: never). `afterClose` waits for the last paper that may still
 * arrive from a phone without a network: otherwise its bearer could be told the keys before sending it.
 */
export function releaseOf(
  quiz: QuizTimes & { readonly release: KeyRelease; readonly graceHours: number },
  now: number,
): { now: true } | { now: false; at: number | null } {
  if (quiz.release === 'atOnce') return { now: true }
  if (quiz.release === 'never') return { now: false, at: null }
  const at = arriveByOf(quiz, closingOf(quiz))
  return now < at ? { now: false, at } : { now: true }
}
