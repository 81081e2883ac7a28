import { personKv } from './storage/kv'

/** What a member has chosen so far: option indices by question id, and the question that was on the screen. */
export interface QuizDraft {
  readonly chosen: Readonly<Record<string, readonly number[]>>
  readonly at: number
}

export const emptyDraft: QuizDraft = { chosen: {}, at: 0 }

const keyOf = (attemptId: string) => `draft:${attemptId}`

/** The answers of an attempt that is not handed in yet, written at every tap. */
export const quizDraft = {
  read: (attemptId: string): QuizDraft => personKv.read<QuizDraft>(keyOf(attemptId)) ?? emptyDraft,
  /** Whether the phone has it now. */
  write: (attemptId: string, draft: QuizDraft): boolean => personKv.write(keyOf(attemptId), draft),
  drop: (attemptId: string): void => personKv.drop(keyOf(attemptId)),
}
