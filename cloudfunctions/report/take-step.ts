import { caseSentences } from '@/contracts/errors'
import type { ReportStep, ReportView } from '@/contracts/report'
import { canonicalJson, type Hindrance, hindranceOf } from '@/domain/report'
import { writeAudit } from '../_data/audit'
import type { Caller } from '../_data/callers'
import type { OrganisationDoc, ReportDoc } from '../_data/documents'
import { orderReportNotice } from '../_data/report-notices'
import { changeReport, type ReportChange } from '../_data/reports'
import { doerOf, standingOf, viewOf } from './view'

interface Call {
  readonly caller: Caller
  readonly input: { readonly revision: number }
  readonly now: number
  readonly requestId: string
  readonly refuse: (code: 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'FORBIDDEN', detail?: string, say?: string) => never
}

/** What was read alongside: the organisation, the version and the number of the latest. */
interface Found {
  readonly org: readonly OrganisationDoc[]
  readonly report: readonly ReportDoc[]
  readonly latest: readonly Pick<ReportDoc, 'version'>[]
}

export interface Taken {
  readonly org: OrganisationDoc
  readonly report: ReportDoc
  readonly by: string
  readonly now: number
}

const refusals: Readonly<Record<Hindrance, { code: 'FORBIDDEN' | 'CHANGED_MEANWHILE'; say?: string }>> = {
  noRight: { code: 'FORBIDDEN' },
  state: caseSentences.reportMoved,
  ownWork: caseSentences.ownReport,
  ownReview: caseSentences.ownReview,
}

/** After these it waits for somebody else, who is told. */
const handingOver: readonly ReportStep[] = ['submit', 'accept', 'return']

/**
 * Takes one step with a version: who and when by the domain's rule, on the revision that the caller has before them, written down in the audit before it is
 * done. The same step sent again after it was done is answered with the version as it is; of two people at once the second is told.
 */
export async function takeStep(
  step: Exclude<ReportStep, 'open' | 'renew'>,
  { caller, input, now, requestId, refuse }: Call,
  found: Found,
  make: (taken: Taken) => ReportChange | Promise<ReportChange>,
): Promise<ReportView> {
  const org = found.org[0] ?? refuse('NOT_FOUND')
  const report = found.report[0] ?? refuse('NOT_FOUND')
  const latest = found.latest[0]?.version ?? report.version
  const by = caller.person._id
  const echo = canonicalJson({ step, input })
  const handsOver = handingOver.includes(step)
  if (report.revision === input.revision + 1 && report.last?.by === by && report.last.echo === echo) {
    // the call before may have died in between
    if (handsOver) await orderReportNotice(org, report, now)
    return viewOf(caller, org, report, latest)
  }
  const hindrance = hindranceOf(step, standingOf(report, latest), doerOf(caller, org))
  if (hindrance) {
    const { code, say } = refusals[hindrance]
    return refuse(code, hindrance, say)
  }
  if (report.revision !== input.revision)
    return refuse('CHANGED_MEANWHILE', 'revision', caseSentences.reportChanged.say)
  const change = { ...(await make({ org, report, by, now })), last: { by, echo } }
  const action = `report.${step}`
  await writeAudit({ _id: `${requestId}.${action}`, actor: by, action, object: report._id, at: now, requestId })
  if (!(await changeReport(report, change, now))) {
    return refuse('CHANGED_MEANWHILE', 'revision', caseSentences.reportChanged.say)
  }
  const taken = { ...report, ...change, revision: report.revision + 1, updatedAt: now }
  if (handsOver) await orderReportNotice(org, taken, now)
  return viewOf(caller, org, taken, latest)
}

/** The version's steps with one more. */
export const stepped = (
  { report, by, now }: Taken,
  step: ReportStep,
  words: string | null = null,
): { steps: ReportDoc['steps'] } => ({ steps: [...report.steps, { step, by, at: now, words }] })

export const withWriter = ({ report, by }: Taken): { writers: string[] } => ({
  writers: report.writers.includes(by) ? report.writers : [...report.writers, by],
})
