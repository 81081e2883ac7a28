import { performance } from 'node:perf_hooks'
import { getJob as contract } from '@/contracts/jobs'
import { alongside } from '../_data/alongside'
import type { JobDoc, OrganisationDoc } from '../_data/documents'
import { implement } from '../_kit/action'
import { detailOf, log } from '../_kit/log'
import { kinds } from './kinds'
import { NO_LONGER_YOURS, runJob } from './run-job'
import { shownJob } from './shown-job'

/** Whoever waits is told of progress every few seconds. */
const WORK_MS = 4_000

type Found = JobDoc & { about: OrganisationDoc[] }

/** Only whoever asked for it: a file may have names in it. And only as long as they may have what is in it. */
export const getJob = implement(contract, {
  alongside: ({ id }) => ({
    jobs: alongside<Found>(
      'jobs',
      { $match: { _id: id } },
      { $limit: 1 },
      { $lookup: { from: 'organisations', localField: 'orgId', foreignField: '_id', as: 'about' } },
    ),
  }),
  allow: ({ caller, found: { jobs }, refuse }) =>
    (jobs[0] ?? refuse('NOT_FOUND')).personId === caller.person._id || refuse('NOT_FOUND'),
  async handle({ caller, input, found, requestId, refuse }) {
    const { about, ...job } = found.jobs[0] ?? refuse('NOT_FOUND')
    const orgPath = about[0]?.path
    const may = orgPath !== undefined && (kinds[job.kind]?.may?.({ caller, orgPath }, job.input) ?? true)
    const shown = async (doc: JobDoc) =>
      doc.state === 'done' && !may
        ? await shownJob({ ...doc, state: 'failed', problem: NO_LONGER_YOURS, result: null }, false)
        : await shownJob(doc, true)
    if (!input.work || !job.open) return await shown(job)
    const begun = performance.now()
    const isOver = () => performance.now() - begun > WORK_MS
    const tell = (error: unknown) =>
      log({ fn: 'jobs', action: job.kind, requestId, level: 'error', ms: 0, code: 'INTERNAL', detail: detailOf(error) })
    return await shown(await runJob(job, { now: Date.now, isOver, tell }))
  },
})
