import { applyKey, getAnalysis, getCorrection, proposeKey, startAnalysis } from '@/contracts/analysis'
import { startExport } from '@/contracts/exports'
import { getJob, listJobs } from '@/contracts/jobs'
import { type CallInput, call } from './transport/call'

/** Long work: the calls of the `jobs` function. `work` goes on with the job for a few seconds and so may take ten. */
export const jobs = {
  get: (input: CallInput<typeof getJob>) => call(getJob, input, { patienceMs: 30_000 }),
  own: (input: CallInput<typeof listJobs>) => call(listJobs, input),
  analysis: (input: CallInput<typeof getAnalysis>) => call(getAnalysis, input),
  startAnalysis: (input: CallInput<typeof startAnalysis>) => call(startAnalysis, input),
  proposeKey: (input: CallInput<typeof proposeKey>) => call(proposeKey, input),
  correction: (input: CallInput<typeof getCorrection>) => call(getCorrection, input),
  applyKey: (input: CallInput<typeof applyKey>) => call(applyKey, input),
  startExport: (input: CallInput<typeof startExport>) => call(startExport, input),
}
