import { caseSentences } from '@/contracts/errors'
import { openVersion as contract } from '@/contracts/report'
import { canReport } from '@/domain/people'
import { writeAudit } from '../_data/audit'
import type { ReportDoc } from '../_data/documents'
import { addReport, findReport, keepInputs, reportId } from '../_data/reports'
import { implement } from '../_kit/action'
import { versionAlongside } from './alongside'
import { computeReport } from './compute-report'
import { viewOf } from './view'

const LAST_VERSION = 99

/** Begins a version with the figures of now; what people wrote into the one before comes along. */
export const openVersion = implement(contract, {
  alongside: ({ orgId, from, to }) => versionAlongside({ orgId, from, to }),
  allow: ({ caller, found: { org }, refuse }) => canReport(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, found, input, now, requestId, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const [before] = found.report
    if (before && before.state !== 'issued') return viewOf(caller, org, before, before.version)
    const { orgId, from, to, reason = null } = input
    if (before && reason === null) return refuse('REASON_NEEDED')
    const version = (before?.version ?? 0) + 1
    if (version > LAST_VERSION) return refuse('TOO_MUCH', 'versions', caseSentences.versionsFull.say)
    const by = caller.person._id
    const _id = reportId({ orgId, from, to }, version)
    const { inputs, ...computed } = await computeReport(org, { from, to }, now)
    const edits = before?.edits ?? []
    const report: ReportDoc = {
      _id,
      orgId,
      from,
      to,
      version,
      state: 'draft',
      revision: 0,
      ...computed,
      edits,
      steps: [{ step: before ? 'renew' : 'open', by, at: now, words: before ? reason : null }],
      writers: [...new Set([by, ...edits.map((edit) => edit.by)])],
      reviewer: null,
      reviewed: null,
      reason: before ? reason : null,
      createdAt: now,
      updatedAt: now,
      last: null,
      frozen: null,
    }
    const action = 'report.open'
    await writeAudit({ _id: `${requestId}.${action}`, actor: by, action, object: _id, at: now, requestId })
    await keepInputs(_id, computed.asOf, inputs)
    // of two at once one begins it, and both go on with that
    if ((await addReport(report)) === 'inserted') return viewOf(caller, org, report, version)
    const there = (await findReport(_id)) ?? report
    return viewOf(caller, org, there, there.version)
  },
})
