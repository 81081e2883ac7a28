import { startExport as contract } from '@/contracts/exports'
import { canExport, canSeeNames } from '@/domain/people'
import { DAY_MS } from '@/domain/time'
import { jobId, orderJob, ownJobs } from '../_data/jobs'
import { organisationById } from '../_data/organisations'
import { implement } from '../_kit/action'
import { orderTitle } from './export/export-work'
import { hasPeople } from './export/views'
import { shownJob } from './shown-job'

const MOST_OPEN = 3
const MOST_A_DAY = 30

/** Orders a file of what the caller may see; names are in it only for those responsible for the people. */
export const startExport = implement(contract, {
  alongside: ({ view }) => ({ org: organisationById(view.orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canExport(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, found, input: { key, view }, now, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const personId = caller.person._id
    const _id = jobId('export', personId, view, key)
    // of files only: an analysis that is under way keeps nobody from a file
    const own = await ownJobs(personId, 'export', MOST_A_DAY)
    const known = own.find((job) => job._id === _id)
    if (known) return await shownJob(known, false)
    const unfinished = own.filter(({ open, state }) => open && (state === 'waiting' || state === 'running'))
    const today = own.filter(({ createdAt }) => createdAt > now - DAY_MS)
    if (unfinished.length >= MOST_OPEN || today.length >= MOST_A_DAY) refuse('TOO_MANY_JOBS')
    const order = { view, orgName: org.name, names: hasPeople(view) && canSeeNames(caller, org.path) }
    const title = orderTitle(order)
    return await shownJob(
      await orderJob({ _id, kind: 'export', title, personId, orgId: org._id, input: order }, now),
      false,
    )
  },
})
