import type { Figure, OrgNode } from '@/contracts/stats'

/** One organisation drawn by a ratio. */
export interface RateRow {
  readonly org: OrgNode
  readonly members: number
  readonly figure: Figure
  /** Length of the bar in percent of the track; null where there is no rate to draw. */
  readonly width: number | null
  /** 1 (pale) to 5 (deep). */
  readonly heat: 1 | 2 | 3 | 4 | 5
}

interface Child {
  readonly org: OrgNode
  readonly members: number
  readonly figures: readonly Figure[]
}

/** Five bands of 20 percentage points. */
export const heatBand = (rate: number): RateRow['heat'] =>
  rate >= 0.8 ? 5 : rate >= 0.6 ? 4 : rate >= 0.4 ? 3 : rate >= 0.2 ? 2 : 1

/** Which come first: the strongest or the weakest. */
export type Order = 'high' | 'low'

/**
 * The organisations below by the ratio `code`, strongest (or weakest) first; those without a rate come last, in the order of the tree, and have no
 * bar: no data is not zero.
 */
export function rateRows(children: readonly Child[], code: string, order: Order = 'high'): RateRow[] {
  const rows = children.map(({ org, members, figures }): RateRow => {
    const figure = figures.find((item) => item.code === code) ?? { code, value: null, state: 'noSource' as const }
    const rate = figure.value
    if (rate === null) return { org, members, figure, width: null, heat: 1 }
    return { org, members, figure, width: Math.round(Math.min(1, Math.max(0, rate)) * 1000) / 10, heat: heatBand(rate) }
  })
  const sign = order === 'high' ? 1 : -1
  return rows.sort(({ figure: { value: a } }, { figure: { value: b } }) =>
    a === null || b === null ? Number(a === null) - Number(b === null) : (b - a) * sign,
  )
}
