import { createHash } from 'node:crypto'
import type { BelowFigures, ReportDocument, ReportIndicator } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { metric } from '@/domain/metrics'
import { canonicalJson, composeReport, type MetricLookup, type ReportEdit, template } from '@/domain/report'
import { dayOf } from '@/domain/time/day'
import type { OrganisationDoc, ReportDoc } from '../_data/documents'

/** Names and definitions: those of the register as they are in force, the registry's for the rest. */
export const lookUp = (indicators: readonly ReportIndicator[]): MetricLookup => {
  const byCode = new Map(indicators.map((one) => [one.code, one]))
  return (code) => byCode.get(code) ?? metric(code)
}

/** The contents of a version: as frozen when it is issued, otherwise as its figures, its edits and the template of today make it. */
export interface Content {
  readonly asOf: number
  readonly document: ReportDocument
  readonly figures: Figure[]
  readonly below: BelowFigures[]
  readonly indicators: ReportIndicator[]
  readonly omitted: { id: string; text: string; by: string; at: number }[]
}

type Source = Pick<ReportDoc, 'from' | 'to' | 'asOf' | 'figures' | 'below' | 'indicators'> & {
  readonly edits?: readonly ReportEdit[]
}
type Org = Pick<OrganisationDoc, '_id' | 'name' | 'kind'>

/** @param day what is printed under the text; the day of the data unless given */
export function composeContent(org: Org, source: Source, day = dayOf(source.asOf)): Content {
  const { from, to, asOf, figures, below, indicators, edits = [] } = source
  const { document, omitted } = composeReport({
    org,
    from,
    to,
    asOf,
    day,
    figures: new Map(figures.map((figure) => [figure.code, figure])),
    metric: lookUp(indicators),
    below,
    indicators,
    edits,
  })
  return { asOf, document, figures, below, indicators, omitted: [...omitted] }
}

export function contentOf(org: Org, report: ReportDoc): Content {
  const { frozen } = report
  return frozen ? (JSON.parse(frozen.json) as Frozen) : composeContent(org, report)
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What is frozen at issue: the contents, and by which rules they came about. */
interface Frozen extends Content {
  readonly form: 'report/1'
  readonly org: { readonly id: string; readonly name: string; readonly kind: string }
  readonly from: string
  readonly to: string
  readonly version: number
  readonly reason: string | null
  readonly edits: readonly ReportEdit[]
  readonly steps: ReportDoc['steps']
  readonly rules: {
    /** SHA-256 of the template, and of the definitions of all figures that the report has. */
    readonly template: string
    readonly definitions: string
  }
  readonly definitions: readonly { code: string; name: string; unit: string; kind: string; definition: string }[]
}

/** Freezes a version as it is issued; the same version, steps and day freeze alike. */
export function freeze(org: Org, report: ReportDoc, steps: ReportDoc['steps'], day: string) {
  const content = composeContent(org, report, day)
  const metricOf = lookUp(report.indicators)
  const definitions = content.figures.map(({ code }) => {
    const { name, unit, kind, definition } = metricOf(code)
    return { code, name, unit, kind, definition }
  })
  const { from, to, version, reason, edits } = report
  const frozen: Frozen = {
    ...content,
    form: 'report/1',
    org: { id: org._id, name: org.name, kind: org.kind },
    from,
    to,
    version,
    reason,
    edits,
    steps,
    rules: { template: sha256(canonicalJson(template)), definitions: sha256(canonicalJson(definitions)) },
    definitions,
  }
  const json = canonicalJson(frozen)
  return { json, fingerprint: sha256(json), content }
}
