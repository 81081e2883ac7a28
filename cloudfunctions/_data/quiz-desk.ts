import type { QuizCursor } from '@/contracts/plan'
import { alongside } from './alongside'
import { _, find, insertOnce, update, whole } from './database'
import type { AttemptDoc, OrganisationDoc, QuizDoc } from './documents'

export type JoinedQuiz = QuizDoc & { org: OrganisationDoc[] }

/** A published quiz without its questions, with how many there are and its organisation. */
export type ListedQuiz = Omit<QuizDoc, 'questions'> & { org: OrganisationDoc[]; pool: number }

const withOrg = { $lookup: { from: 'organisations', localField: 'orgId', foreignField: '_id', as: 'org' } }

/** A published quiz with its organisation, read with the caller; none that was taken back. */
export const quizWithOrg = (quizId: string) =>
  alongside<JoinedQuiz>('quizzes', { $match: { _id: quizId } }, { $limit: 1 }, withOrg)

/** The quizzes of an organisation and of those below it, the latest end first, from the one after `before` on; none that was taken back. */
export const quizzesBelow = (orgId: string, before: QuizCursor | null, most: number) =>
  alongside<ListedQuiz>(
    'quizzes',
    { $match: { $or: [{ orgId }, { path: orgId }], closesAt: { $gt: 0 } } },
    ...(before
      ? [
          {
            $match: {
              $or: [{ closesAt: { $lt: before.closesAt } }, { closesAt: before.closesAt, _id: { $gt: before.id } }],
            },
          },
        ]
      : []),
    { $sort: { closesAt: -1, _id: 1 } },
    { $limit: most },
    { $addFields: { pool: { $size: '$questions' } } },
    { $project: { questions: 0 } },
    withOrg,
  )

export const addQuiz = (quiz: QuizDoc) => insertOnce('quizzes', quiz)

/** Whether anybody was dealt a paper of it. */
export async function hasBegun(quizId: string): Promise<boolean> {
  const owner = _.gte(`${quizId}.`).and(_.lt(`${quizId}/`))
  return (await find<AttemptDoc>('attempts', { owner }, { limit: 1, fields: ['_id'] })).length > 0
}

/** Takes a quiz back: closed for everyone at once. false: somebody else did something with it meanwhile. */
export const takeBack = async ({ _id, closesAt }: Pick<QuizDoc, '_id' | 'closesAt'>, now: number): Promise<boolean> =>
  (await update('quizzes', { _id, closesAt }, { closesAt: 0, withdrawn: whole({ at: now, closesAt }) })) === 1

/** Undoes that: somebody had begun. */
export const putBack = (quizId: string, closesAt: number) =>
  update('quizzes', { _id: quizId, closesAt: 0 }, { closesAt, withdrawn: null })

/** Lets it be open until another time: false when its end is not the one that was seen. */
export const extend = async (
  { _id, closesAt: was }: Pick<QuizDoc, '_id' | 'closesAt'>,
  later: { closesAt: number; attemptsAllowed: number },
): Promise<boolean> => (await update('quizzes', { _id, closesAt: was }, { ...later, closedAt: null })) === 1

/** Closes it by hand, once: false when it is closed already. */
export const closeByHand = async (quizId: string, now: number): Promise<boolean> =>
  (await update('quizzes', { _id: quizId, closedAt: null }, { closedAt: now })) === 1

/** Undoes the closing of that instant. */
export const openAgain = async (quizId: string, closedAt: number): Promise<boolean> =>
  (await update('quizzes', { _id: quizId, closedAt }, { closedAt: null })) === 1
