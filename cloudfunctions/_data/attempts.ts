import { alongside } from './alongside'
import { findById, insertOnce, update, whole } from './database'
import type { AttemptDoc, QuizDoc } from './documents'

/** Attempts belong to the person, not to the WeChat identity that began them: who binds another one goes on with the open paper. */
export const ownerOf = (quizId: string, personId: string) => `${quizId}.${personId}`

/** The attempts whose `foreignField` is the `key` made of the caller's binding. */
const attemptsWhere = (openid: string, key: unknown, foreignField: 'owner' | 'personId') =>
  [
    { $match: { _id: openid } },
    { $limit: 1 },
    { $project: { key } },
    { $lookup: { from: 'attempts', localField: 'key', foreignField, as: 'attempt' } },
    { $unwind: '$attempt' },
    { $replaceRoot: { newRoot: '$attempt' } },
  ] as const

/** The caller's own attempts at a quiz, latest first; at most 20. */
export const ownAttempts = (openid: string, quizId: string) =>
  alongside<AttemptDoc>(
    'bindings',
    ...attemptsWhere(openid, { $concat: [ownerOf(quizId, ''), '$personId'] }, 'owner'),
    { $sort: { number: -1 } },
    { $limit: 20 },
  )

/** An attempt as lists show it: whether it was handed in, not what. */
export type AttemptSummary = Pick<AttemptDoc, '_id' | 'quizId' | 'number' | 'dealtAt' | 'deadlineAt'> & {
  submittedAt: number | null
}

/** The caller's own attempts, of all quizzes; at most 200, latest first. */
export const ownAttemptSummaries = (openid: string) =>
  alongside<AttemptSummary>(
    'bindings',
    ...attemptsWhere(openid, '$personId', 'personId'),
    { $sort: { dealtAt: -1 } },
    { $limit: 200 },
    { $project: { quizId: 1, number: 1, dealtAt: 1, deadlineAt: 1, submittedAt: '$submission.at' } },
  )

/** An attempt with its quiz. Whose it is, the action checks: it may be anyone's. */
export const attemptWithQuiz = (attemptId: string) =>
  alongside<AttemptDoc & { quiz: QuizDoc[] }>(
    'attempts',
    { $match: { _id: attemptId } },
    { $limit: 1 },
    { $lookup: { from: 'quizzes', localField: 'quizId', foreignField: '_id', as: 'quiz' } },
  )

export const addAttempt = (attempt: AttemptDoc) => insertOnce('attempts', attempt)

/** Keeps a submission, once: false when the attempt has one already. */
export async function keepSubmission(
  attemptId: string,
  submission: NonNullable<AttemptDoc['submission']>,
): Promise<boolean> {
  return (await update('attempts', { _id: attemptId, submission: null }, { submission: whole(submission) })) === 1
}

export const findAttempt = (attemptId: string) => findById<AttemptDoc>('attempts', attemptId)
