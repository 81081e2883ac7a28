import { previewReport as contract } from '@/contracts/report'
import { canPreviewReport } from '@/domain/people'
import { organisationById } from '../_data/organisations'
import { implement } from '../_kit/action'
import { refuse } from '../_kit/refusal'
import { draftReport } from './draft-report'

/** The report as it would be printed now; nothing is kept. */
export const previewReport = implement(contract, {
  alongside: ({ orgId }) => ({ organisations: organisationById(orgId) }),
  allow({ caller, found: { organisations } }) {
    const [org] = organisations
    return org ? canPreviewReport(caller, org.path) : refuse('NOT_FOUND')
  },
  async handle({ found: { organisations }, input, now }) {
    const [org] = organisations
    return org ? draftReport(org, input, now) : refuse('NOT_FOUND')
  },
})
