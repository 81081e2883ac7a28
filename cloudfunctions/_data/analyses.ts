import type { Tally } from '@/domain/quiz/analysis'
import { alongside } from './alongside'
import { _, count, find, findAllIn, findById, put } from './database'
import type { AnalysisDoc, AttemptDoc, OrganisationDoc, PersonDoc, QuizDoc, Submission } from './documents'
import { packTally, unpackTally } from './packed-tally'

export const analysisId = (quizId: string, orgId: string, keyVersion: number) => `${quizId}.${orgId}.${keyVersion}`

type WithOrg = QuizDoc & { org: OrganisationDoc[] }

/** The quiz with its organisation. */
export const quizAndOrg = (quizId: string) =>
  alongside<WithOrg>(
    'quizzes',
    { $match: { _id: quizId } },
    { $limit: 1 },
    { $lookup: { from: 'organisations', localField: 'orgId', foreignField: '_id', as: 'org' } },
  )

/** An analysis with its sums. */
export type StoredAnalysis = Omit<AnalysisDoc, 'packed'> & { readonly tally: Tally }

/** null: there is none, or one of an earlier form, which is worked out anew. Throws Error for one that is damaged. */
export async function findAnalysis(id: string): Promise<StoredAnalysis | null> {
  const doc = await findById<AnalysisDoc>('analyses', id)
  if (!doc?.packed) return null
  const { packed, ...about } = doc
  return { ...about, tally: unpackTally(packed) }
}

/** When the latest analysis with these keys was begun; null: there is none. */
export const analysedAt = async (id: string): Promise<number | null> => {
  const [found] = await find<AnalysisDoc>('analyses', { _id: id }, { limit: 1, fields: ['asOf'] })
  return found?.asOf ?? null
}

export const putAnalysis = ({ tally, ...about }: StoredAnalysis) =>
  put('analyses', { ...about, packed: packTally(tally) } satisfies AnalysisDoc)

/** Whether a paper of the quiz arrived after an instant. */
export async function arrivedSince(quizId: string, since: number): Promise<boolean> {
  const found = await find<AttemptDoc>(
    'attempts',
    { quizId, 'submission.receivedAt': _.gt(since) },
    { limit: 1, fields: ['_id'] },
  )
  return found.length > 0
}

export type Branch = Pick<OrganisationDoc, '_id' | 'path' | 'category'>

/** The branches of an organisation's subtree, by id, from the one after `after` on. */
export const branchesAfter = (orgId: string, after: string, limit: number) =>
  find<Branch>(
    'organisations',
    { path: orgId, kind: 'branch', _id: _.gt(after) },
    { orderBy: [['_id', 'asc']], limit, fields: ['path', 'category'] },
  )

export type Seated = Pick<PersonDoc, '_id' | 'seatings'>

/** Everyone who ever belonged to one of these branches, each once. */
export const everSeatedIn = (branchIds: readonly string[]) =>
  findAllIn<Seated>('people', 'seatings.orgId', branchIds, {}, { fields: ['seatings'] })

export type HandedInPaper = Pick<AttemptDoc, '_id' | 'personId' | 'number' | 'dealtAt' | 'dealt'> & {
  submission: Submission
}

const paperFields = ['personId', 'number', 'dealtAt', 'dealt', 'submission']

/** The papers that these people handed in at a quiz, in no order. */
export const papersOfPeople = (quizId: string, personIds: readonly string[]) =>
  findAllIn<HandedInPaper>(
    'attempts',
    'owner',
    personIds.map((personId) => `${quizId}.${personId}`),
    { submission: _.neq(null) },
    { fields: paperFields, page: 200 },
  )

export const countBranches = (orgId: string) => count('organisations', { path: orgId, kind: 'branch' })
