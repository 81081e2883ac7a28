import { draftsKv } from '@/services/cache/drafts-kv'
import type { Content } from './make.shared'

/** What a phone keeps of a quiz that is being made, until the server has it. */
export interface Kept {
  /** Of the order with which a new draft is begun. */
  readonly key: string
  readonly draftId: string | null
  /** The server's, on which this was written. */
  readonly revision: number
  readonly content: Content
}

const nameOf = (orgId: string, draftId: string | null) => `make-quiz:${draftId ?? `new.${orgId}`}`

/** Storage of unfinished quizzes, under the draft, or for one that the server does not know yet under its organisation. */
export const keptQuiz = {
  read: (orgId: string, draftId: string | null): Kept | null => draftsKv.read<Kept>(nameOf(orgId, draftId)),
  write: (orgId: string, kept: Kept): boolean => draftsKv.write(nameOf(orgId, kept.draftId), kept),
  drop: (orgId: string, draftId: string | null): void => draftsKv.drop(nameOf(orgId, draftId)),
}
