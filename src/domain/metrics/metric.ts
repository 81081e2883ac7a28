import type { ParticipationKind } from '@/contracts/common'
import type { Category } from '@/contracts/identity'
import type { Tally } from '../participation/tallies'
import type { CategoryCounts } from './imbalance'

/** A ratio before it is divided: both parts fold, the quotient never does. */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

/** A ratio over some organisations, which is not shown when they are too few. */
export interface Cell extends Ratio {
  readonly organisations: number
  readonly suppressed: boolean
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
  /** Of its branches of a category. */
  category(category: Category): CategoryCounts
  /** Categories that are not shown by themselves. */
  suppressed(): ReadonlySet<Category>
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
  /**
   * Which records it comes from; `records`: not from the index but from the records themselves (`recordFigures`), so reports and exports have it and dashboards
   * do not; null: nothing in this release records it, so the figure has no value (never 0).
   */
  readonly source: 'facts' | 'themeDays' | 'records' | null
  /** Present exactly when it comes from the index. A ratio for kind `ratio`, otherwise the value. */
  readonly compute?: (context: MetricContext) => number | Ratio | Cell
}

/** An entry whose figure is counted in the records themselves. */
export const recorded = (code: string, name: string, unit: string, kind: MetricKind, definition: string): Metric => ({
  code,
  name,
  unit,
  kind,
  definition,
  source: 'records',
})

/** An entry for which nothing is recorded yet. */
export const awaited = (code: string, name: string, unit: string, kind: MetricKind, definition: string): Metric => ({
  code,
  name,
  unit,
  kind,
  definition,
  source: null,
})
