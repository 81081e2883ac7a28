import { compareVersions as contract } from '@/contracts/report'
import { canPreviewReport } from '@/domain/people'
import { changedFigures, changedSentences, type MetricLookup } from '@/domain/report'
import { organisationById } from '../_data/organisations'
import { reportAlongside } from '../_data/reports'
import { implement } from '../_kit/action'
import { contentOf, namesIn } from './report-text'

/** What differs between two versions, from the older to the newer. */
export const compareVersions = implement(contract, {
  alongside: (input) => ({
    org: organisationById(input.orgId),
    one: reportAlongside(input, input.version),
    other: reportAlongside(input, input.with),
  }),
  allow: ({ caller, found: { org }, refuse }) => canPreviewReport(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ found, input, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const [older, newer] = [found.one[0], found.other[0]].sort((a, b) => (a?.version ?? 0) - (b?.version ?? 0))
    if (!older || !newer) return refuse('NOT_FOUND')
    const [before, after] = [contentOf(org, older), contentOf(org, newer)]
    const [then, now] = [namesIn(before), namesIn(after)]
    const has = new Set(after.figures.map(({ code }) => code))
    const metric: MetricLookup = (code) => (has.has(code) ? now(code) : then(code))
    return {
      version: input.version,
      with: input.with,
      reason: newer.reason,
      figures: changedFigures(before, after, metric),
      sentences: changedSentences(before.document, after.document),
    }
  },
})
