import { draftsKv as kv } from './cache/drafts-kv'
import { type QuizDraft, readDraft } from './quiz-draft.shared'

const keyOf = (attemptId: string) => `draft:${attemptId}`

/** The answers of an attempt that is not handed in yet, written at every tap; what a full phone cannot store is in memory as long as the app is open. */
export const quizDraft = {
  read: (attemptId: string): QuizDraft => readDraft(kv.read<unknown>(keyOf(attemptId))),
  /** Whether the phone has it now. */
  write: (attemptId: string, draft: QuizDraft): boolean => kv.write(keyOf(attemptId), draft),
  /** Whether what was answered is in the phone's storage, and not only in memory. */
  isStored: (attemptId: string): boolean => !kv.isInHand(keyOf(attemptId)),
}
