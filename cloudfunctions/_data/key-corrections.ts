import { createHash } from 'node:crypto'
import type { Impact } from '@/contracts/analysis'
import { corrected, type KeyCorrection } from '@/domain/quiz/keys'
import { alongside } from './alongside'
import type { HandedInPaper } from './analyses'
import { _, count, findById, findSome, insertOnce, isIn, update, whole } from './database'
import type { KeyCorrectionDoc, OrganisationDoc, QuizDoc } from './documents'

/** The same person proposing with the same key is the same proposal. */
export const correctionId = (personId: string, key: string) =>
  `k-${createHash('sha256').update(`${personId}.${key}`).digest('hex').slice(0, 32)}`

export type CorrectionWithQuiz = KeyCorrectionDoc & { quiz: QuizDoc[]; org: OrganisationDoc[] }

/** A proposal with its quiz and the quiz's organisation. */
export const correctionById = (id: string) =>
  alongside<CorrectionWithQuiz>(
    'keyCorrections',
    { $match: { _id: id } },
    { $limit: 1 },
    { $lookup: { from: 'quizzes', localField: 'quizId', foreignField: '_id', as: 'quiz' } },
    { $lookup: { from: 'organisations', localField: 'orgId', foreignField: '_id', as: 'org' } },
  )

export const findCorrection = (id: string) => findById<KeyCorrectionDoc>('keyCorrections', id)

export const addCorrection = (doc: KeyCorrectionDoc) => insertOnce('keyCorrections', doc)

/** What the proposal would do, as it was last worked out. */
export const keepImpact = (id: string, impact: Impact) =>
  update('keyCorrections', { _id: id }, { impact: whole(impact) })

/** Ids of a quiz's attempts lie between these: `<quiz>.<person>.<number>`. */
const attemptsOf = (quizId: string, after: string) => _.gt(after === '' ? `${quizId}.` : after).and(_.lt(`${quizId}/`))

/**
 * About how many took part, from the index alone. Papers themselves are never counted: they would all be read for that, which takes a county longer than a query may.
 */
export const countTakers = (quizId: string) => count('facts', { activityId: quizId })

/** Papers of a quiz that were handed in, by id, from the one after `after` on: as many as one answer holds, and whether there may be more. */
export const handedInAfter = (quizId: string, after: string, limit: number) =>
  findSome<HandedInPaper>(
    'attempts',
    { _id: attemptsOf(quizId, after), submission: _.neq(null) },
    { orderBy: [['_id', 'asc']], limit, fields: ['dealt', 'submission'] },
  )

/**
 * Lets a key hold: questions, version and history in one write, from which on every result follows from the new key. false: another key was corrected meanwhile, and nothing
 * has changed.
 */
export async function holdKey(quiz: QuizDoc, correction: KeyCorrection): Promise<boolean> {
  const { questions, corrections } = corrected(quiz, correction)
  const base = quiz.keyVersion ?? 0
  const unchanged = { _id: quiz._id, keyVersion: base === 0 ? isIn([0, null]) : base }
  const written = { questions: whole(questions), corrections: whole(corrections), keyVersion: base + 1 }
  return (await update('quizzes', unchanged, written)) === 1
}
