import type { Impact } from '@/contracts/analysis'
import type { Which } from '@/domain/quiz/analysis'
import type { KeyCorrection, StoredKey } from '@/domain/quiz/keys'
import type { PackedTally } from './packed-tally'

/** What correcting keys adds to a quiz; absent of one whose keys were never corrected. Its questions have the newest keys. */
export interface QuizKeys {
  /** Rises by one with every correction, in the same write. */
  keyVersion?: number
  /** Oldest first; at most 50. */
  corrections?: KeyCorrection[]
}

/** A corrected key that was proposed. Whether it holds stands in the quiz and nowhere else. `_id` is `k-<hash of who proposed it with which key>`. */
export interface KeyCorrectionDoc {
  _id: string
  quizId: string
  /** The quiz's organisation. */
  orgId: string
  questionId: string
  /** The quiz's `keyVersion` that it was proposed for. */
  base: number
  before: StoredKey
  after: StoredKey
  reason: string
  by: string
  proposedAt: number
  /** What it would do to the papers that were there when that was last worked out; null: not yet. */
  impact: Impact | null
}

/** Item analysis of a quiz's papers from one organisation. `_id` is `<quiz>.<organisation>.<keyVersion>`. */
export interface AnalysisDoc {
  _id: string
  quizId: string
  orgId: string
  keyVersion: number
  which: Which
  /** When it was begun: papers that arrived before are in it. */
  asOf: number
  packed: PackedTally
}
