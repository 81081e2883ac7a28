import { serveActions } from '../_kit/run-action'
import { serveBoth } from '../_kit/run-both'
import { serveTimer } from '../_kit/run-timer'
import { getAnalysis } from './analyse/get-analysis'
import { startAnalysis } from './analyse/start-analysis'
import { getJob } from './get-job'
import { goOn } from './go-on'
import { listJobs } from './list-jobs'
import { applyKey } from './regrade/apply-key'
import { getCorrection } from './regrade/get-correction'
import { proposeKey } from './regrade/propose-key'
import { startExport } from './start-export'
import { sweepJobs } from './sweep-jobs'

const timer = serveTimer('jobs', async (now, tell) => {
  const ended = await goOn(tell)
  return { ended, removed: await sweepJobs(now, tell) }
})

export const main = serveBoth(
  serveActions('jobs', [
    getJob,
    listJobs,
    startExport,
    getAnalysis,
    startAnalysis,
    proposeKey,
    getCorrection,
    applyKey,
  ]),
  timer,
)
