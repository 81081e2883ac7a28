import { getReport as contract } from '@/contracts/report'
import { canPreviewReport } from '@/domain/people'
import { implement } from '../_kit/action'
import { versionAlongside } from './alongside'
import { computeReport } from './compute-report'
import { previewOf, viewOf } from './view'

/** The version asked for, or the latest; when there is none yet, the text as it would read now. */
export const getReport = implement(contract, {
  alongside: versionAlongside,
  allow: ({ caller, found: { org }, refuse }) => canPreviewReport(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, found, input, now, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const [report] = found.report
    if (report) return viewOf(caller, org, report, found.latest[0]?.version ?? report.version)
    if (input.version !== undefined) return refuse('NOT_FOUND')
    return previewOf(caller, org, input, await computeReport(org, input, now))
  },
})
