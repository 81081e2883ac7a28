import { listJobs as contract } from '@/contracts/jobs'
import { ownJobs } from '../_data/jobs'
import { implement } from '../_kit/action'
import { shownJob } from './shown-job'

const MOST = 20

export const listJobs = implement(contract, {
  allow: () => true,
  async handle({ caller, input }) {
    const jobs = await ownJobs(caller.person._id, input.kind, MOST)
    return { jobs: await Promise.all(jobs.map((job) => shownJob(job, false))) }
  },
})
