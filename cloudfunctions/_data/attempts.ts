import { alongside } from './alongside'
import { findById, insertOnce, update, whole } from './database'
import type { AttemptDoc, QuizDoc } from './documents'

/** The caller's own attempts at a quiz, latest first; at most 20. */
export const ownAttempts = (openid: string, quizId: string) =>
  alongside<AttemptDoc>('attempts', { $match: { openid, quizId } }, { $sort: { number: -1 } }, { $limit: 20 })

/** An attempt as lists show it: whether it was handed in, not what. */
export type AttemptSummary = Pick<AttemptDoc, '_id' | 'quizId' | 'number' | 'dealtAt' | 'deadlineAt'> & {
  submittedAt: number | null
}

/** The caller's own attempts, of all quizzes; at most 200, latest first. */
export const ownAttemptSummaries = (openid: string) =>
  alongside<AttemptSummary>(
    'attempts',
    { $match: { openid } },
    { $sort: { dealtAt: -1 } },
    { $limit: 200 },
    { $project: { quizId: 1, number: 1, dealtAt: 1, deadlineAt: 1, submittedAt: '$submission.at' } },
  )

/** The caller's own attempt with its quiz; someone else's is not found. */
export const ownAttemptWithQuiz = (openid: string, attemptId: string) =>
  alongside<AttemptDoc & { quiz: QuizDoc[] }>(
    'attempts',
    { $match: { _id: attemptId, openid } },
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
