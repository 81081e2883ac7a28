import { getAnalysis as contract } from '@/contracts/analysis'
import { canMakeQuiz, canSeeFigures } from '@/domain/people'
import { analysisId, arrivedSince, findAnalysis, quizAndOrg } from '../../_data/analyses'
import { findOrganisations, organisationById } from '../../_data/organisations'
import { implement } from '../../_kit/action'
import { answersFrom, seesKeys } from './scope'
import { placesToName, shownAnalysis } from './shown-analysis'

/** A paper that arrived so shortly before an analysis was begun may not have been written yet when it was read: longer than a function may run. */
const UNDER_WAY_MS = 60_000
/** So long an analysis is taken as it is: while a quiz is open there is always somebody who has just handed in. */
const FRESH_MS = 2 * 60_000

/** Two to four database requests: the caller with quiz and organisation; the analysis; whether papers came since; names. */
export const getAnalysis = implement(contract, {
  alongside: ({ quizId, orgId }) => ({ quiz: quizAndOrg(quizId), org: organisationById(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canSeeFigures(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, found, now, refuse }) {
    const { org: orgs, ...quiz } = found.quiz[0] ?? refuse('NOT_FOUND')
    const quizOrg = orgs[0] ?? refuse('NOT_FOUND')
    const org = answersFrom(found.org[0] ?? refuse('NOT_FOUND'), quizOrg) ?? refuse('NOT_FOUND')
    const doc = await findAnalysis(analysisId(quiz._id, org._id, quiz.keyVersion ?? 0))
    const [came, named] = await Promise.all([
      doc !== null && now > doc.asOf + FRESH_MS && arrivedSince(quiz._id, doc.asOf - UNDER_WAY_MS),
      findOrganisations(placesToName(quiz, doc)),
    ])
    const names = new Map(named.map(({ _id, name }) => [_id, name]))
    return {
      ...shownAnalysis(quiz, doc, names, seesKeys(caller, quiz, quizOrg, now)),
      org: { id: org._id, name: org.name },
      stale: doc === null || came,
      mayCorrect: canMakeQuiz(caller, quizOrg.path),
    }
  },
})
