import { performance } from 'node:perf_hooks'
import { findJob, openJobs } from '../_data/jobs'
import type { Tell } from '../_kit/run-timer'
import { runJob } from './run-job'

/** A slice ends well before the function's time limit (60 s), and a step takes seconds; the next slice goes on. */
const SLICE_MS = 40_000
const JOBS_A_SLICE = 20

/** Goes on with whatever nobody is on: jobs whose owner has left the page, or whose worker was killed. How many of them ended. */
export async function goOn(tell: Tell): Promise<number> {
  const begun = performance.now()
  const isOver = () => performance.now() - begun > SLICE_MS
  let ended = 0
  for (const { _id } of await openJobs(Date.now(), JOBS_A_SLICE)) {
    if (isOver()) break
    // one that cannot be written now keeps the others from nothing
    try {
      const job = await findJob(_id)
      const after =
        job && (await runJob(job, { now: Date.now, isOver, tell: (error) => tell(`job ${job.kind}`, error) }))
      if (after && !after.open) ended += 1
    } catch (error) {
      tell('job', error)
    }
  }
  return ended
}
