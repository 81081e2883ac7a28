import { serveActions } from '../_kit/run-action'
import { serveBoth } from '../_kit/run-both'
import { serveTimer } from '../_kit/run-timer'
import { getJob } from './get-job'
import { goOn } from './go-on'
import { listJobs } from './list-jobs'
import { startExport } from './start-export'
import { sweepJobs } from './sweep-jobs'

const timer = serveTimer('jobs', async (now, tell) => {
  const ended = await goOn(tell)
  return { ended, removed: await sweepJobs(now, tell) }
})

export const main = serveBoth(serveActions('jobs', [getJob, listJobs, startExport]), timer)
