import type { ChosenQuestion, OwnQuestion, QuizSettings, RulePart } from '@/domain/quiz/making'
import type { ToldDay } from '@/domain/remind'

/** A quiz that is being made. `_id` is `quiz-<hash of who began it and the key>`. Members never see it: what is published is copied to `quizzes`. */
export interface QuizDraftDoc {
  _id: string
  orgId: string
  createdBy: string
  updatedBy: string
  createdAt: number
  updatedAt: number
  /** Rises with every change: of two who change it at once, one is told. */
  revision: number
  settings: QuizSettings
  parts: RulePart[]
  own: OwnQuestion[]
  chosen: ChosenQuestion[]
  /** From which it was chosen; another one after every new draw. */
  seed: number
  /** publishing: frozen, and its quiz may not be there yet, since the call died in between; publishing again goes on. */
  state: 'draft' | 'publishing' | 'published'
  /** How often it was published: a withdrawn quiz keeps its id, and the next one gets another. */
  round: number
}

/** What making adds to a published quiz; absent of those from before. */
export interface QuizPublication {
  /** Ids from the top of the tree down to `orgId`, as they were then: to list what a subtree holds. */
  path?: string[]
  publishedAt?: number
  /** From which it was made. */
  draftId?: string
  /** Closed by hand before its time: from then on no new paper is dealt. */
  closedAt?: number | null
  /** Taken back before anybody began, with when it would have closed: `closesAt` is 0 then, so that it is closed for everyone. */
  withdrawn?: { at: number; closesAt: number } | null
}

/** What planning adds to a theme day; absent of those from before. */
export interface ThemeDayPlan {
  /** When it was last changed; null or absent: never. */
  changedAt?: number | null
  /** Called off before its check-in was opened. Its `status` is `closed` then, without `closedAt` and without a roster: nobody is expected, and nothing counts. */
  cancelled?: { at: number; reason: string; by: string } | null
  /** What people knew before the changes that they have not been told of yet; when the last was made, by whom, and when they are told. */
  untold?: { since: ToldDay; at: number; by: string; dueAt: number } | null
}

/** What the desk adds to a lesson; absent of those from before. */
export interface LessonPublication {
  /** Taken back before anybody completed it, with when it would have been published: `publishedAt` is far in the future then. */
  withdrawn?: { at: number; publishedAt: number } | null
}
