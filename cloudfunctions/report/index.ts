import { serveActions } from '../_kit/run-action'
import { buildReport } from './build-report'
import { previewReport } from './preview-report'

export const main = serveActions('report', [previewReport, buildReport])
