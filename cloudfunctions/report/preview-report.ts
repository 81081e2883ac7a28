import { previewReport as contract } from '@/contracts/report'
import { canPreviewReport } from '@/domain/people'
import { organisationById } from '../_data/organisations'
import { implement } from '../_kit/action'
import { draftReport } from './draft-report'

/** The report as it would be printed now; nothing is kept. */
export const previewReport = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canPreviewReport(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  handle: async ({ found: { org }, input, now, refuse }) => draftReport(org[0] ?? refuse('NOT_FOUND'), input, now),
})
