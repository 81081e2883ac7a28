import { canMakeQuiz } from '@/domain/people'
import type { Caller } from '../_data/callers'
import type { OrganisationDoc } from '../_data/documents'
import { type JoinedQuiz, quizWithOrg } from '../_data/quiz-desk'
import { draftWithOrg, type JoinedDraft } from '../_data/quiz-drafts'
import { refuse } from '../_kit/refusal'

/** What the actions about a draft have in common: only those who may make quizzes for its organisation. */
export const managedDraft = {
  alongside: ({ draftId }: { draftId: string }) => ({ draft: draftWithOrg(draftId) }),
  allow: ({ caller, found }: { caller: Caller; found: { draft: JoinedDraft[] } }): boolean =>
    canMakeQuiz(caller, joined(found.draft).org.path),
}

/** The same of a published quiz. */
export const managedQuiz = {
  alongside: ({ quizId }: { quizId: string }) => ({ quiz: quizWithOrg(quizId) }),
  allow: ({ caller, found }: { caller: Caller; found: { quiz: JoinedQuiz[] } }): boolean =>
    canMakeQuiz(caller, joined(found.quiz).org.path),
}

/** What was read, with its organisation. Throws NOT_FOUND. */
export function joined<T extends { org: OrganisationDoc[] }>([row]: readonly T[]): { row: T; org: OrganisationDoc } {
  const org = row?.org[0]
  return row && org ? { row, org } : refuse('NOT_FOUND')
}
