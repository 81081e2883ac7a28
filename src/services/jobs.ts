import { startExport } from '@/contracts/exports'
import { getJob, listJobs } from '@/contracts/jobs'
import { type CallInput, call } from './transport/call'

/** Long work: the calls of the `jobs` function. `work` goes on with the job for a few seconds and so may take ten. */
export const jobs = {
  get: (input: CallInput<typeof getJob>) => call(getJob, input, { patienceMs: 30_000 }),
  own: () => call(listJobs, {}),
  startExport: (input: CallInput<typeof startExport>) => call(startExport, input),
}
