import { cache } from './cache/cache'
import { type QuizDraft, readDraft } from './quiz-draft.shared'
import { personKv } from './storage/kv'
import { withRoom } from './storage/kv.shared'

const kv = withRoom(personKv, () => cache.evictOldest())
const keyOf = (attemptId: string) => `draft:${attemptId}`

/** The answers of an attempt that is not handed in yet, written at every tap. */
export const quizDraft = {
  read: (attemptId: string): QuizDraft => readDraft(kv.read<unknown>(keyOf(attemptId))),
  /** Whether the phone has it now. */
  write: (attemptId: string, draft: QuizDraft): boolean => kv.write(keyOf(attemptId), draft),
}
