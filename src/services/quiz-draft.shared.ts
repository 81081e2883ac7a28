/** What a member has chosen so far: option indices by question id, and the question that was on the screen. */
export interface QuizDraft {
  readonly chosen: Readonly<Record<string, readonly number[]>>
  readonly at: number
}

export const emptyDraft: QuizDraft = { chosen: {}, at: 0 }
