import { alongside } from './alongside'
import { _, find, findById, insertOnce, update, whole } from './database'
import type { AttemptDoc, QuizDoc, StoredDraft, Submission } from './documents'

/** Attempts belong to the person, not to the WeChat identity that began them: who binds another one goes on with the open paper. */
export const ownerOf = (quizId: string, personId: string) => `${quizId}.${personId}`

/** The caller's own attempts at a quiz, latest first; at most 20. */
export const ownAttempts = (openid: string, quizId: string) =>
  alongside<AttemptDoc>(
    'bindings',
    { $match: { _id: openid } },
    { $limit: 1 },
    { $project: { owner: { $concat: [ownerOf(quizId, ''), '$personId'] } } },
    { $lookup: { from: 'attempts', localField: 'owner', foreignField: 'owner', as: 'attempt' } },
    { $unwind: '$attempt' },
    { $replaceRoot: { newRoot: '$attempt' } },
    { $sort: { number: -1 } },
    { $limit: 20 },
  )

/** An attempt with the times of its quiz. Whose it is, the action checks: it may be anyone's. */
export const attemptWithTimes = (attemptId: string) =>
  alongside<AttemptDoc & { quiz: Pick<QuizDoc, QuizTime>[] }>(
    'attempts',
    { $match: { _id: attemptId } },
    { $limit: 1 },
    { $lookup: { from: 'quizzes', localField: 'quizId', foreignField: '_id', as: 'quiz' } },
    { $project: { 'quiz.questions': 0 } },
  )

/** What says when a quiz takes answers. */
type QuizTime = 'mode' | 'opensAt' | 'closesAt' | 'minutes' | 'attemptsAllowed' | 'closedAt'

/** The attempt's owner, by its id `<quiz>.<person>.<number>`. */
const ownerOfAttempt = (attemptId: string) => attemptId.split('.').slice(0, 2).join('.')

/** The number of the latest attempt by the same person at the same quiz. */
export const latestNumber = (attemptId: string) =>
  alongside<Pick<AttemptDoc, '_id' | 'number'>>(
    'attempts',
    { $match: { owner: ownerOfAttempt(attemptId) } },
    { $sort: { number: -1 } },
    { $limit: 1 },
    { $project: { number: 1 } },
  )

/** An attempt with its quiz. Whose it is, the action checks. */
export const attemptWithQuiz = (attemptId: string) =>
  alongside<AttemptDoc & { quiz: QuizDoc[] }>(
    'attempts',
    { $match: { _id: attemptId } },
    { $limit: 1 },
    { $lookup: { from: 'quizzes', localField: 'quizId', foreignField: '_id', as: 'quiz' } },
  )

export const addAttempt = (attempt: AttemptDoc) => insertOnce('attempts', attempt)

export const findAttempt = (attemptId: string) => findById<AttemptDoc>('attempts', attemptId)

/** That the draft is still the one that was read. */
const still = (read: StoredDraft | null) => (read === null ? { draft: null } : { 'draft.revision': read.revision })

/**
 * Keeps a submission, once: false when the attempt has one already. The draft is dropped, or replaced by the one from which the paper was made (`made`): sent
 * again it gives the same paper. That was joined with the draft that was read: false also when another phone has saved since, and been told that it is kept.
 */
export async function keepSubmission(
  attemptId: string,
  submission: Submission,
  read: StoredDraft | null,
  made: StoredDraft | null,
): Promise<boolean> {
  const kept = { submission: whole(submission), draft: made && whole(made) }
  const latest = made === null ? {} : still(read)
  return (await update('attempts', { _id: attemptId, submission: null, ...latest }, kept)) === 1
}

/** Keeps a different paper beside the one that counts, as the next after `known` others: false when another call was faster. */
export async function keepOther(attemptId: string, known: number, other: Submission): Promise<boolean> {
  return (await update('attempts', { _id: attemptId, others: _.size(known) }, { others: _.push([other]) })) === 1
}

/** Keeps a draft, and when the paper was opened, in place of those that were read: false when they are not the latest any more, or the paper was handed in. */
export async function keepDraft(
  attemptId: string,
  read: StoredDraft | null,
  draft: StoredDraft,
  openedAt: number | null,
): Promise<boolean> {
  const kept = { draft: whole(draft), openedAt }
  return (await update('attempts', { _id: attemptId, submission: null, ...still(read) }, kept)) === 1
}

/** The caller's attempts dealt before an instant (null: all), latest first, without those drafts and papers that no list shows. */
export type ListedAttempt = Pick<
  AttemptDoc,
  '_id' | 'quizId' | 'number' | 'dealtAt' | 'deadlineAt' | 'along' | 'minutes' | 'openedAt' | 'dealt' | 'submission'
>
export const attemptsBefore = (personId: string, before: number | null, limit: number) =>
  find<ListedAttempt>(
    'attempts',
    { personId, ...(before !== null && { dealtAt: _.lt(before) }) },
    {
      orderBy: [['dealtAt', 'desc']],
      limit,
      fields: [
        ...['quizId', 'number', 'dealtAt', 'deadlineAt', 'along', 'minutes', 'openedAt'],
        ...['dealt', 'submission'],
      ],
    },
  )
