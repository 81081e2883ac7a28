import type { Impact } from '@/contracts/analysis'
import { type Keyed, type StoredKey, withKey } from './key-change'

/** A correction that holds: the history of a quiz's keys, oldest first. The quiz's questions have the newest keys. */
export interface KeyCorrection {
  readonly id: string
  readonly questionId: string
  readonly before: StoredKey
  readonly after: StoredKey
  readonly reason: string
  readonly by: string
  /** Since when it holds. */
  readonly at: number
  /** What it did to the papers that were there then. */
  readonly impact: Impact
}

type Question = Keyed & { readonly id: string }

/** The questions with the keys that held at an instant: what was corrected since is taken back, the latest first. */
export const questionsAt = <Q extends Question>(
  questions: readonly Q[],
  corrections: readonly KeyCorrection[],
  at: number,
): Q[] =>
  [...corrections]
    .reverse()
    .filter((correction) => correction.at > at)
    .reduce((so, { questionId, before }) => rekeyed(so, questionId, before), [...questions])

/** The questions, one of them with another key. */
export const rekeyed = <Q extends Question>(questions: readonly Q[], questionId: string, key: StoredKey): Q[] =>
  questions.map((question) => (question.id === questionId ? withKey(question, key) : question))
