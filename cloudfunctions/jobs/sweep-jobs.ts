import { DAY_MS } from '@/domain/time'
import { removeFile } from '../_data/files'
import { endedJobs, removeJob, removeParts } from '../_data/jobs'
import type { Tell } from '../_kit/run-timer'
import { kinds } from './kinds'

/** What came of a job is kept for a week: it can be made again, and may have names in it. */
const KEPT_MS = 7 * DAY_MS
const JOBS_A_SLICE = 20

/** Removes what ended long ago, its file first: killed in between, the next slice finds the rest. How many there were. */
export async function sweepJobs(now: number, tell: Tell): Promise<number> {
  let removed = 0
  for (const job of await endedJobs(now - KEPT_MS, JOBS_A_SLICE)) {
    try {
      if (job.result) await removeFile(job.result.fileId)
      else if (job.checkpoint) await kinds[job.kind]?.discard?.(job.checkpoint)
      // also what a worker wrote that came too late to see that the job had ended
      await removeParts(job._id)
      await removeJob(job._id)
      removed += 1
    } catch (error) {
      tell(`sweep ${job.kind}`, error)
    }
  }
  return removed
}
