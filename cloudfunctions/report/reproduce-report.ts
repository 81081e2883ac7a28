import { reproduceReport as contract } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { formatFigure, metrics } from '@/domain/metrics'
import { ActivityNumbers, buildTree, Links, ParticipationIndex } from '@/domain/participation'
import { canPreviewReport } from '@/domain/people'
import { canonicalJson } from '@/domain/report'
import { dayOf, endOfDay, startOfDay } from '@/domain/time'
import { ledgerOf } from '../_data/facts'
import { findInputs } from '../_data/reports'
import { findRostersBetween } from '../_data/theme-days'
import { implement } from '../_kit/action'
import { versionAlongside } from './alongside'
import { fromIndex, unpackInputs } from './compute-report'
import { contentOf, lookUp, sha256 } from './report-text'

/** As many as one call can read in its time, a thousand a request. */
const MOST_ENTRIES = 150_000
/** Whoever wrote just before the figures were read may have been read, or not. */
const AROUND_MS = 60_000

const fromLedger = new Set(metrics.filter(({ compute }) => compute !== undefined).map(({ code }) => code))

/** Computes a version's figures anew from the ledger as it was then: from the entries themselves, not from the index that is kept of them. */
export const reproduceReport = implement(contract, {
  alongside: versionAlongside,
  allow: ({ caller, found: { org }, refuse }) => canPreviewReport(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ found, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const report = found.report[0] ?? refuse('NOT_FOUND')
    const { from, to, version, frozen } = report
    const { asOf, figures, indicators } = contentOf(org, report)
    const kept = (await findInputs(report._id, asOf)) ?? refuse('NOT_FOUND', 'no inputs')
    const { organisations, roster } = unpackInputs(kept.data)
    const ledger = (await ledgerOf(from, to, MOST_ENTRIES)) ?? refuse('TOO_MUCH')
    const until = ledger.filter(({ recordedAt }) => recordedAt <= asOf)
    const orgIds = [...new Set([...org.path, ...organisations.map(({ id }) => id)])]
    const rosters = await findRostersBetween(orgIds, startOfDay(from), endOfDay(to), asOf)
    const index = new ParticipationIndex({
      blocks: [],
      facts: until,
      rosters,
      links: Links.of(roster),
      numbers: new ActivityNumbers(),
    })
    const again = fromIndex(buildTree(organisations), index, roster, org, { from, to }, dayOf(asOf)).figures
    const byCode = new Map(again.map((figure) => [figure.code, figure]))
    const compared = figures.filter(({ code }) => fromLedger.has(code) && byCode.has(code))
    const near = ledger.some(({ recordedAt }) => Math.abs(recordedAt - asOf) <= AROUND_MS)
    const metric = lookUp(indicators)
    const print = (figure: Figure) => {
      const { numerator, denominator } = figure
      return (
        formatFigure(figure, metric(figure.code)) + (denominator === undefined ? '' : `（${numerator}÷${denominator}）`)
      )
    }
    const differences = compared.flatMap((figure) => {
      const now = byCode.get(figure.code) ?? figure
      if (canonicalJson(now) === canonicalJson(figure)) return []
      const why = near
        ? '数据截止的那一分钟里还有记录写入，先后差了一点。'
        : '计算规则在签发之后改过，或者当时的记录被改动，请联系管理员核对。'
      return [{ code: figure.code, name: metric(figure.code).name, frozen: print(figure), now: print(now), why }]
    })
    return {
      version,
      asOf,
      entries: ledger.length,
      later: ledger.length - until.length,
      compared: compared.length,
      kept: figures.length - compared.length,
      equal: differences.length === 0,
      differences,
      intact: frozen ? sha256(frozen.json) === frozen.fingerprint : null,
    }
  },
})
