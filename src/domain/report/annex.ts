import type { Figure } from '@/contracts/stats'
import { formatFigure, formatNumber } from '../metrics'
import type { MetricLookup, ReportMetric } from './registry'

/** A line of the annex: one figure with its exact value and what it counts. */
export interface AnnexRow {
  readonly code: string
  readonly name: string
  /** The exact value with its unit: 2,847名, 83.4%. */
  readonly value: string
  /** For a ratio, what was divided: 2,502÷3,000. */
  readonly division?: string
  readonly definition: string
}

export interface Annex {
  readonly rows: readonly AnnexRow[]
  /** How many figures nothing records yet. */
  readonly missing: number
}

/** The annex that carries the exact values: figures with a source one by one, those without counted. */
export function composeAnnex(figures: readonly Figure[], metric: MetricLookup): Annex {
  const sourced = figures.filter(({ state }) => state !== 'noSource')
  return {
    rows: sourced.map((figure) => annexRow(figure, metric(figure.code))),
    missing: figures.length - sourced.length,
  }
}

function annexRow(figure: Figure, metric: ReportMetric): AnnexRow {
  const { code, numerator, denominator, state } = figure
  const { name, kind, unit, definition } = metric
  if (state === 'notDue') return { code, name, value: '本期没有应计对象', definition }
  if (state === 'suppressed') return { code, name, value: '不足五个组织，不单列', definition }
  if (state === 'incomplete') {
    return { code, name, value: `${figure.due ?? 0}个单位中${figure.reported ?? 0}个已上报`, definition }
  }
  const value = formatFigure(figure, metric) + (kind === 'ratio' ? '' : unit)
  if (numerator === undefined || denominator === undefined) return { code, name, value, definition }
  return { code, name, value, division: `${formatNumber(numerator)}÷${formatNumber(denominator)}`, definition }
}
