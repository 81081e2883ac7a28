import type { ParticipationKind } from '@/contracts/common'
import type { Tally } from '../participation/tallies'

/** A ratio before it is divided: both parts fold, the quotient never does. */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

/** What figures are computed from: one organisation, one period, one slice. Everything is computed when it is first asked for. */
export interface MetricContext {
  /** Members on the roster at the end of the period (today, when it has not ended), of the slice. */
  members(): number
  /** 党支部 of the subtree that stood at the end of the period. */
  branches(): number
  tally(kind: ParticipationKind): Tally
  /** Of those who were mobile members when they took part. */
  mobileTally(kind: ParticipationKind): Tally
  /** These members who took part in the period, in whatever organisation they were then. */
  participated(kind: ParticipationKind): number
  /** Theme days: who came of those expected, and who was expected, added up over activities. */
  attendance(): Ratio
  /** Branches of which at least one member took part in a theme day. */
  coveredBranches(): number
}

/**
 * How a figure folds from children to parent: `sum` and `count` add up; `distinct` is counted anew from the union and never
 * added; a `ratio` adds numerators and denominators and divides last; `latest` takes the last report of each and adds them;
 * a `range` is no number.
 */
export type MetricKind = 'sum' | 'distinct' | 'ratio' | 'latest' | 'count' | 'range'

/** A figure of the report: an entry of the registry. */
export interface Metric {
  readonly code: string
  /** As it stands in the report. */
  readonly name: string
  /** 名, 人次, %, … */
  readonly unit: string
  readonly kind: MetricKind
  /** For a county organiser: what is counted, in one or two plain sentences. */
  readonly definition: string
  /** Which records it comes from; null: nothing in this release records it, so the figure has no value (never 0). */
  readonly source: 'facts' | 'themeDays' | null
  /** Present exactly when there is a source. A ratio for kind `ratio`, otherwise the value. */
  readonly compute?: (context: MetricContext) => number | Ratio
}

/** An entry for which nothing is recorded yet. */
export const awaited = (code: string, name: string, unit: string, kind: MetricKind, definition: string): Metric => ({
  code,
  name,
  unit,
  kind,
  definition,
  source: null,
})
