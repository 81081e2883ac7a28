import { createHash } from 'node:crypto'
import { alongside } from './alongside'
import { findById, insertOnce, isIn, remove, update, whole } from './database'
import type { OrganisationDoc, QuizDraftDoc } from './documents'

/** The id of a draft: the same for the same order of the same person sent again. */
export const draftIdOf = (personId: string, key: string): string =>
  `quiz-${createHash('sha256').update(`quiz.${personId}.${key}`).digest('hex').slice(0, 24)}`

/** The id of the quiz that is made of a draft: every time that it is published after having been taken back another one. */
export const quizIdOf = ({ _id, round }: Pick<QuizDraftDoc, '_id' | 'round'>): string => `${_id}-${round}`

export type JoinedDraft = QuizDraftDoc & { org: OrganisationDoc[] }

const withOrg = { $lookup: { from: 'organisations', localField: 'orgId', foreignField: '_id', as: 'org' } }

/** A draft with its organisation, read with the caller. */
export const draftWithOrg = (draftId: string) =>
  alongside<JoinedDraft>('quizDrafts', { $match: { _id: draftId } }, { $limit: 1 }, withOrg)

const MOST_LISTED = 30

/** The drafts of an organisation, the latest change first; at most 30. */
export const draftsOf = (orgId: string) =>
  alongside<Pick<QuizDraftDoc, '_id' | 'orgId' | 'settings' | 'updatedAt' | 'state'> & { pool: number }>(
    'quizDrafts',
    { $match: { orgId, state: { $in: ['draft', 'publishing'] } } },
    { $sort: { updatedAt: -1, _id: 1 } },
    { $limit: MOST_LISTED },
    {
      $project: {
        orgId: 1,
        settings: 1,
        updatedAt: 1,
        state: 1,
        pool: { $add: [{ $size: '$chosen' }, { $size: '$own' }] },
      },
    },
  )

export const addDraft = (draft: QuizDraftDoc) => insertOnce('quizDrafts', draft)

export const findDraft = (draftId: string) => findById<QuizDraftDoc>('quizDrafts', draftId)

/** What a save may change. */
type Content = Pick<QuizDraftDoc, 'settings' | 'parts' | 'own' | 'chosen' | 'seed' | 'updatedAt' | 'updatedBy'>

/** Saves a draft in place of the revision that was read: false when it is not the latest any more, or is being published. */
export async function saveDraft(draftId: string, revision: number, content: Content): Promise<boolean> {
  const { settings, parts, own, chosen, ...plain } = content
  const data = { ...plain, settings: whole(settings), parts, own, chosen, revision: revision + 1 }
  return (await update('quizDrafts', { _id: draftId, revision, state: 'draft' }, data)) === 1
}

/** Freezes a draft to be published: false when it is not the one that was read. */
export const freezeDraft = async (draftId: string, revision: number, now: number): Promise<boolean> =>
  (await update(
    'quizDrafts',
    { _id: draftId, revision, state: 'draft' },
    { state: 'publishing', revision: revision + 1, updatedAt: now },
  )) === 1

/** Says that its quiz is there. */
export const markPublished = (draftId: string) =>
  update('quizDrafts', { _id: draftId, state: 'publishing' }, { state: 'published' })

/** Makes it a draft again, for another round. Sent again nothing changes. */
export const thawDraft = (draftId: string, round: number, revision: number, now: number) =>
  update(
    'quizDrafts',
    { _id: draftId, round, state: isIn(['publishing', 'published']) },
    { state: 'draft', round: round + 1, revision: revision + 1, updatedAt: now },
  )

/** Removes a draft that was never published, or was taken back. */
export const removeDraft = (draftId: string) => remove('quizDrafts', { _id: draftId, state: 'draft' })
