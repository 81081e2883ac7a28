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

/** The questions with the keys that held before some corrections. @param since the latest ones, oldest first: they are taken back */
export const questionsBefore = <Q extends Question>(questions: readonly Q[], since: readonly KeyCorrection[]): Q[] =>
  [...since].reverse().reduce((so, { questionId, before }) => rekeyed(so, questionId, before), [...questions])

/** The questions, one of them with another key. */
export const rekeyed = <Q extends Question>(questions: readonly Q[], questionId: string, key: StoredKey): Q[] =>
  questions.map((question) => (question.id === questionId ? withKey(question, key) : question))
