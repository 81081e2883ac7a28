import { startAnalysis as contract } from '@/contracts/analysis'
import { canSeeFigures } from '@/domain/people'
import { analysedAt, analysisId, quizAndOrg } from '../../_data/analyses'
import { jobId, orderAgain } from '../../_data/jobs'
import { organisationById } from '../../_data/organisations'
import { implement } from '../../_kit/action'
import type { AnalyseInput } from './analyse-work'
import { answersFrom } from './scope'

/** One job for what is known so far: until it has brought something newer, asking again finds the same. */
export const startAnalysis = implement(contract, {
  alongside: ({ quizId, orgId }) => ({ quiz: quizAndOrg(quizId), org: organisationById(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canSeeFigures(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, found, now, refuse }) {
    const quiz = found.quiz[0] ?? refuse('NOT_FOUND')
    const asked = found.org[0] ?? refuse('NOT_FOUND')
    const org = answersFrom(asked, quiz.org[0] ?? refuse('NOT_FOUND')) ?? refuse('NOT_FOUND')
    const personId = caller.person._id
    const input: AnalyseInput = { quizId: quiz._id, orgId: org._id, keyVersion: quiz.keyVersion ?? 0 }
    const known = await analysedAt(analysisId(input.quizId, input.orgId, input.keyVersion))
    const _id = jobId('analyse', personId, input, `${known ?? 'none'}`)
    const title = `试题分析：${quiz.title}`
    await orderAgain({ _id, kind: 'analyse', title, personId, orgId: asked._id, input }, now)
    return { jobId: _id }
  },
})
