import { emptyDraft, type QuizDraft } from './quiz-draft.shared'
import { personKv } from './storage/kv'

const keyOf = (attemptId: string) => `draft:${attemptId}`

/** The answers of an attempt that is not handed in yet, written at every tap. */
export const quizDraft = {
  read: (attemptId: string): QuizDraft => personKv.read<QuizDraft>(keyOf(attemptId)) ?? emptyDraft,
  /** Whether the phone has it now. */
  write: (attemptId: string, draft: QuizDraft): boolean => personKv.write(keyOf(attemptId), draft),
  drop: (attemptId: string): void => personKv.drop(keyOf(attemptId)),
}
