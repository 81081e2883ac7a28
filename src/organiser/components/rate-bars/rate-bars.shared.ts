import type { Figure, OrgNode } from '@/contracts/stats'
import { formatPercent } from '@/domain/metrics'

/** One organisation drawn by a ratio. */
export interface RateRow {
  readonly org: OrgNode
  readonly members: number
  readonly figure: Figure
  /** Length of the bar in percent of the track; null where there is no rate to draw. */
  readonly width: number | null
  /** 1 (pale) to 5 (deep): by bands of 20 percentage points. */
  readonly heat: 1 | 2 | 3 | 4 | 5
}

interface Child {
  readonly org: OrgNode
  readonly members: number
  readonly figures: readonly Figure[]
}

const heatOf = (rate: number): RateRow['heat'] =>
  rate >= 0.8 ? 5 : rate >= 0.6 ? 4 : rate >= 0.4 ? 3 : rate >= 0.2 ? 2 : 1

/**
 * The organisations below by the ratio `code`, strongest first; those without a rate come last, in the order of the tree, and have no
 * bar: no data is not zero.
 */
export function rateRows(children: readonly Child[], code: string): RateRow[] {
  const rows = children.map(({ org, members, figures }): RateRow => {
    const figure = figures.find((item) => item.code === code) ?? { code, value: null, state: 'noSource' as const }
    const rate = figure.value
    if (rate === null) return { org, members, figure, width: null, heat: 1 }
    return { org, members, figure, width: Math.round(Math.min(1, Math.max(0, rate)) * 1000) / 10, heat: heatOf(rate) }
  })
  return rows.sort((a, b) => (b.figure.value ?? -1) - (a.figure.value ?? -1))
}

export interface Gap {
  readonly highest: string
  readonly lowest: string
  /** Percentage points, one decimal. */
  readonly points: number
}

/** How far the strongest and the weakest of the drawn organisations are apart; null when fewer than two have a rate or all are alike. */
export function gapOf(rows: readonly RateRow[]): Gap | null {
  const drawn = rows.filter((row) => row.figure.value !== null)
  const high = drawn[0]
  const low = drawn[drawn.length - 1]
  if (high === undefined || low === undefined || drawn.length < 2) return null
  // of the rounded percentages that are shown, so that a reader who subtracts them gets the same
  const tenths = (row: RateRow) => Math.round(Number.parseFloat(formatPercent(row.figure.value ?? 0)) * 10)
  const points = (tenths(high) - tenths(low)) / 10
  return points === 0 ? null : { highest: high.org.name, lowest: low.org.name, points }
}
