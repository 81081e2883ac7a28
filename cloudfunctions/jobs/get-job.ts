import { getJob as contract } from '@/contracts/jobs'
import { alongside } from '../_data/alongside'
import type { JobDoc } from '../_data/documents'
import { implement } from '../_kit/action'
import { detailOf, log } from '../_kit/log'
import { runJob } from './run-job'
import { shownJob } from './shown-job'

/** Whoever waits is told of progress every few seconds. */
const WORK_MS = 4_000

/** Only whoever asked for it: a file may have names in it. */
export const getJob = implement(contract, {
  alongside: ({ id }) => ({ jobs: alongside<JobDoc>('jobs', { $match: { _id: id } }, { $limit: 1 }) }),
  allow: ({ caller, found: { jobs }, refuse }) =>
    (jobs[0] ?? refuse('NOT_FOUND')).personId === caller.person._id || refuse('NOT_FOUND'),
  async handle({ input, found, requestId, refuse }) {
    const job = found.jobs[0] ?? refuse('NOT_FOUND')
    if (!input.work || !job.open) return shownJob(job, true)
    const until = Date.now() + WORK_MS
    const tell = (error: unknown) =>
      log({ fn: 'jobs', action: job.kind, requestId, level: 'error', ms: 0, code: 'INTERNAL', detail: detailOf(error) })
    return shownJob(await runJob(job, Date.now, () => Date.now() > until, tell), true)
  },
})
