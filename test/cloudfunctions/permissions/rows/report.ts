import { deflateSync } from 'node:zlib'
import type { OrganisationDoc, ReportDoc } from '../../../../cloudfunctions/_data/documents'
import { composeContent, fingerprintOfText } from '../../../../cloudfunctions/report/report-text'
import {
  buildReport,
  compareVersions,
  editReport,
  getReport,
  issueReport,
  listReports,
  openVersion,
  type ReportState,
  refreshReport,
  reproduceReport,
  reviewReport,
  submitReport,
} from '../../../../src/contracts/report'
import { reportCodes } from '../../../../src/domain/report'
import type { County } from '../../../support/county/start-county'
import type { PermissionRow, Target } from '../matrix'
import { within } from '../matrix'

const period = { from: '2026-11-01', to: '2026-11-30' }
const AT = Date.UTC(2026, 10, 9)
const report = ({ orgId }: Target) => ({ orgId, ...period })
/** A version of its own for each call, so that what one call does disturbs no other. */
const numberOf = ({ key }: Target): number => 1 + ([...key].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) % 40)
const change = (target: Target) => ({ ...report(target), version: numberOf(target), revision: 0 })

/** A version that somebody else wrote; `state` as the call needs it. */
const version =
  (state: ReportState, from = (target: Target) => numberOf(target)) =>
  async (county: County, target: Target) => {
    const number = from(target)
    const id = `${target.orgId}.${period.from}.${period.to}.${number}`
    const inputs = deflateSync(
      JSON.stringify({
        organisations: [
          { id: target.orgId, name: '示例', kind: 'branch', category: null, parentId: null, order: 0, seats: [] },
        ],
        roster: [],
      }),
    ).toString('base64')
    await county.cloud.put('reportInputs', [{ _id: `${id}.${AT}`, reportId: id, asOf: AT, data: inputs }])
    const report: ReportDoc = {
      _id: id,
      orgId: target.orgId,
      ...period,
      version: number,
      state,
      revision: 0,
      asOf: AT,
      figures: reportCodes().map((code) => ({ code, value: null, state: 'noSource' })),
      below: [],
      indicators: [],
      edits: [],
      steps: [{ step: 'open', by: 'd0', at: AT, words: null }],
      writers: ['d0'],
      reviewer: null,
      reviewed: null,
      reason: null,
      createdAt: AT,
      updatedAt: AT,
      last: null,
      frozen: null,
    }
    const org = (await county.cloud.all<OrganisationDoc>('organisations')).find(({ _id }) => _id === target.orgId)
    // as its reviewer had it before them
    const reviewed = state === 'reviewed' && org ? fingerprintOfText(composeContent(org, report)) : null
    await county.cloud.put('reports', [{ ...report, reviewed }])
  }

const lookers = within('secretary', 'organiser', 'countyOrganiser', 'inspector', 'administrator')
const writers = within('secretary', 'organiser', 'countyOrganiser', 'administrator')
const judges = within('organiser', 'countyOrganiser')

export const rows: PermissionRow[] = [
  { contract: getReport, about: 'an organisation’s report', input: report, allowed: lookers },
  { contract: listReports, about: 'which reports there are', input: ({ orgId }) => ({ orgId }), allowed: lookers },
  {
    contract: compareVersions,
    about: 'what changed between two versions',
    prepare: version('draft'),
    input: (target) => ({ ...report(target), version: numberOf(target), with: numberOf(target) }),
    allowed: lookers,
  },
  {
    contract: reproduceReport,
    about: 'compute a version anew from the ledger',
    prepare: version('draft'),
    input: (target) => ({ ...report(target), version: numberOf(target) }),
    allowed: lookers,
  },
  { contract: openVersion, about: 'begin a report', input: report, allowed: writers },
  {
    contract: refreshReport,
    about: 'compute a draft’s figures anew',
    prepare: version('draft'),
    input: change,
    allowed: writers,
  },
  {
    contract: editReport,
    about: 'change a sentence of a draft',
    prepare: version('draft'),
    input: (target) => ({ ...change(target), edit: { kind: 'omit', sentence: 'next.fair' } }),
    allowed: writers,
  },
  {
    contract: submitReport,
    about: 'hand a draft over for review',
    prepare: version('draft'),
    input: change,
    allowed: writers,
  },
  {
    contract: reviewReport,
    about: 'accept what somebody else wrote',
    prepare: version('submitted'),
    input: (target) => ({ ...change(target), accept: true }),
    allowed: judges,
  },
  {
    contract: issueReport,
    about: 'issue what others wrote and reviewed',
    prepare: version('reviewed'),
    input: change,
    allowed: judges,
  },
  { contract: buildReport, about: 'write it as a Word file', input: report, allowed: writers },
]
