import { createHash } from 'node:crypto'
import type { BelowFigures, ReportDocument, ReportIndicator } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { type MetricKind, metric, metrics } from '@/domain/metrics'
import {
  canonicalJson,
  composeReport,
  type MetricLookup,
  type ReportEdit,
  type ReportMetric,
  template,
} from '@/domain/report'
import { dayOf } from '@/domain/time/day'
import type { OrganisationDoc, ReportDoc } from '../_data/documents'

/** Names and definitions: those of the register as they are in force, the registry's for the rest. */
export const lookUp = (indicators: readonly (ReportMetric & { readonly code: string })[]): MetricLookup => {
  const byCode = new Map(indicators.map((one) => [one.code, one]))
  return (code) => byCode.get(code) ?? metric(code)
}

/** What a figure was called and meant when it was frozen. */
interface Definition {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly kind: MetricKind
  readonly definition: string
  /** Whether it was computed from the ledger, and so can be again. */
  readonly ledger: boolean
}

/** The contents of a version: as frozen when it is issued, otherwise as its figures, its edits and the template of today make it. */
export interface Content {
  readonly asOf: number
  readonly document: ReportDocument
  readonly figures: Figure[]
  readonly below: BelowFigures[]
  readonly indicators: ReportIndicator[]
  readonly omitted: { id: string; text: string; by: string; at: number }[]
  /** Of an issued one: names and definitions stay as they were, whatever the registry says now. */
  readonly definitions?: readonly Definition[]
}

/** Names and definitions for a version. */
export const namesIn = ({ definitions, indicators }: Content): MetricLookup => lookUp(definitions ?? indicators)

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

export const contentOf = (org: Org, { frozen, ...report }: ReportDoc): Content =>
  frozen ? readFrozen(frozen.json) : composeContent(org, report)

/** Throws SyntaxError for what is damaged. */
export const readFrozen = (json: string): Frozen => JSON.parse(json) as Frozen

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What is frozen at issue: the contents, and by which rules they came about. */
export interface Frozen extends Content {
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
    /** SHA-256 of tree and roster from which it is computed anew (`reportInputs`); null: they were lost before it was issued. */
    readonly inputs: string | null
  }
  readonly definitions: readonly Definition[]
}

/** Metrics that are computed from the ledger. */
export const fromLedger: ReadonlySet<string> = new Set(
  metrics.filter(({ compute }) => compute !== undefined).map(({ code }) => code),
)

/** What a reviewer has before them, in one short text: whether it is still the same when it is issued. The day under it is that of the issue. */
export function fingerprintOfText({ document: { title, blocks, signature }, figures }: Content): string {
  return sha256(canonicalJson({ title, blocks, signature, figures }))
}

/**
 * Freezes a version as it is issued; the same version, steps and day freeze alike.
 * @param inputs from which it is computed anew, as they are stored
 */
export function freeze(org: Org, report: ReportDoc, steps: ReportDoc['steps'], day: string, inputs: string | null) {
  const content = composeContent(org, report, day)
  const metricOf = lookUp(report.indicators)
  const definitions = content.figures.map(({ code }) => {
    const { name, unit, kind, definition } = metricOf(code)
    return { code, name, unit, kind, definition, ledger: fromLedger.has(code) }
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
    rules: {
      template: sha256(canonicalJson(template)),
      definitions: sha256(canonicalJson(definitions)),
      inputs: inputs && sha256(inputs),
    },
    definitions,
  }
  const json = canonicalJson(frozen)
  return { json, fingerprint: sha256(json), content }
}
