import { serveActions } from '../_kit/run-action'
import { buildReport } from './build-report'
import { compareVersions } from './compare-versions'
import { editReport } from './edit-report'
import { getReport } from './get-report'
import { issueReport } from './issue-report'
import { listReports } from './list-reports'
import { openVersion } from './open-version'
import { refreshReport } from './refresh-report'
import { reproduceReport } from './reproduce-report'
import { reviewReport } from './review-report'
import { submitReport } from './submit-report'

export const main = serveActions('report', [
  getReport,
  listReports,
  openVersion,
  refreshReport,
  editReport,
  submitReport,
  reviewReport,
  issueReport,
  compareVersions,
  reproduceReport,
  buildReport,
])
