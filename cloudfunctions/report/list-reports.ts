import { listReports as contract } from '@/contracts/report'
import { canPreviewReport, canReport } from '@/domain/people'
import { organisationById } from '../_data/organisations'
import { reportsOf } from '../_data/reports'
import { implement } from '../_kit/action'

const MOST = 100

/** An organisation's reports, latest first. */
export const listReports = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canPreviewReport(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, found, refuse }) {
    const { _id: id, name, kind, path } = found.org[0] ?? refuse('NOT_FOUND')
    const reports = await reportsOf(id, MOST)
    return {
      org: { id, name, kind },
      mayOpen: canReport(caller, path),
      reports: reports.map(({ from, to, version, state, updatedAt, steps, frozen }) => ({
        from,
        to,
        version,
        state,
        returned: state === 'draft' && steps[steps.length - 1]?.step === 'return',
        updatedAt,
        fingerprint: frozen?.fingerprint ?? null,
      })),
    }
  },
})
