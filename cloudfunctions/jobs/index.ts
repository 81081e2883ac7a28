import { findJob, openJobs } from '../_data/jobs'
import { serveActions } from '../_kit/run-action'
import { serveBoth } from '../_kit/run-both'
import { serveTimer } from '../_kit/run-timer'
import { getJob } from './get-job'
import { listJobs } from './list-jobs'
import { runJob } from './run-job'

/** A slice ends well before the function's time limit; the next one goes on. */
const SLICE_MS = 40_000
const JOBS_A_SLICE = 20

/** Goes on with whatever nobody is on: jobs whose owner has left, or whose worker was killed. */
const timer = serveTimer('jobs', async (_now, tell) => {
  const startedAt = Date.now()
  const isOver = () => Date.now() - startedAt > SLICE_MS
  let ended = 0
  for (const { _id } of await openJobs(startedAt, JOBS_A_SLICE)) {
    if (isOver()) break
    const job = await findJob(_id)
    if (!job) continue
    const after = await runJob(job, Date.now, isOver, (error) => tell(`job ${job.kind}`, error))
    if (!after.open) ended += 1
  }
  return { ended }
})

export const main = serveBoth(serveActions('jobs', [getJob, listJobs]), timer)
