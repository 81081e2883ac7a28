import { reproduceReport as contract } from '@/contracts/report'
import { canPreviewReport } from '@/domain/people'
import { findInputs } from '../_data/reports'
import { implement } from '../_kit/action'
import { versionAlongside } from './alongside'
import { computeAgain } from './compute-again'
import { contentOf, type Frozen, readFrozen, sha256 } from './report-text'
import { compared, differencesOf } from './reproduced'

/** Computes a version's figures anew from the ledger as it was then: from the entries themselves, not from the index that is kept of them. */
export const reproduceReport = implement(contract, {
  alongside: versionAlongside,
  allow: ({ caller, found: { org }, refuse }) => canPreviewReport(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ found, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const report = found.report[0] ?? refuse('NOT_FOUND')
    const { from, to, version, frozen } = report
    const intact = frozen ? sha256(frozen.json) === frozen.fingerprint : null
    const issued = frozen && readable(frozen.json)
    const content = issued ?? (frozen ? null : contentOf(org, report))
    const asOf = content?.asOf ?? report.asOf
    const inputs = await findInputs(report._id, asOf)
    if (!content || !inputs) {
      // what was issued is damaged or gone: there is nothing to compare with, and nothing to compare
      if (!frozen) return refuse('NOT_FOUND', 'no inputs')
      return { version, asOf, entries: 0, later: 0, compared: 0, kept: 0, equal: false, differences: [], intact: false }
    }
    const again = (await computeAgain(org, { from, to }, asOf, inputs.data)) ?? refuse('TOO_MUCH')
    const pairs = compared(content, again)
    const meddled = issued !== null && issued.rules.inputs !== sha256(inputs.data)
    const differences = differencesOf(content, pairs, { near: again.near, meddled })
    return {
      version,
      asOf,
      entries: again.entries,
      later: again.later,
      compared: pairs.length,
      kept: content.figures.length + content.below.flatMap(({ figures }) => figures).length - pairs.length,
      equal: differences.length === 0 && !meddled,
      differences,
      intact: intact === null ? null : intact && !meddled,
    }
  },
})

function readable(json: string): Frozen | null {
  try {
    return readFrozen(json)
  } catch {
    return null
  }
}
