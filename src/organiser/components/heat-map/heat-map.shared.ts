import type { OutputOf } from '@/contracts/action'
import type { getHeat, OrgNode } from '@/contracts/stats'
import { formatPercent } from '@/domain/metrics'
import { palette, svgUri } from '../../palette'
import { heatBand, type Order } from '../rate-bars/rate-bars.shared'

export type Heat = OutputOf<typeof getHeat>
export type HeatCell = Heat['cells'][number]

export interface HeatRow {
  readonly org: OrgNode
  readonly cells: readonly HeatCell[]
}

/** Size of a month in the drawing's own units. */
const cell = { width: 22, height: 20, gap: 3 } as const

const rateOf = (one: HeatCell): number | null => (one === null || one[1] === 0 ? null : one[0] / one[1])

/** The rate over all months that have one; null when none has. */
export function meanRate(cells: readonly HeatCell[]): number | null {
  const sum = (part: 0 | 1) => cells.reduce((total, one) => total + (one?.[part] ?? 0), 0)
  return sum(1) === 0 ? null : sum(0) / sum(1)
}

/** Strongest (or weakest) over the months first; those without any data last, in the order of the tree. */
export function heatRows(rows: readonly HeatRow[], order: Order): HeatRow[] {
  const sign = order === 'high' ? 1 : -1
  return [...rows].sort((one, other) => {
    const [a, b] = [meanRate(one.cells), meanRate(other.cells)]
    return a === null || b === null ? Number(a === null) - Number(b === null) : (b - a) * sign
  })
}

/** The months as a strip: five depths by bands of 20 points; zero the palest with a point in it; no data a dashed outline. */
export function heatSvg(cells: readonly HeatCell[]): string {
  const { width, height, gap } = cell
  const drawn = cells.map((one, i) => {
    const x = i * (width + gap)
    const rate = rateOf(one)
    if (rate === null) {
      return `<rect x="${x + 0.75}" y=".75" width="${width - 1.5}" height="${height - 1.5}" rx="4" fill="${palette.card}" stroke="${palette.faint}" stroke-dasharray="3 2.5"/>`
    }
    const fill = `<rect x="${x}" y="0" width="${width}" height="${height}" rx="4" fill="${palette[`heat-${heatBand(rate)}`]}"/>`
    return rate > 0
      ? fill
      : `${fill}<circle cx="${x + width / 2}" cy="${height / 2}" r="2" fill="${palette['heat-5']}"/>`
  })
  const all = cells.length * (width + gap) - gap
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.max(all, 0)} ${height}">${drawn.join('')}</svg>`
}

/** As `heatSvg`, ready for an Image. */
export const heatUri = (cells: readonly HeatCell[]): string => svgUri(heatSvg(cells))

/** What a month says: 71.2%, or 无数据. */
export function cellWords(one: HeatCell): string {
  const rate = rateOf(one)
  return rate === null ? '无数据' : formatPercent(rate)
}

/** `2026-11` → 11. */
export const monthNumber = (month: string): number => Number(month.slice(5))

/** A strip for a screen reader: from when to when, how many months have data, the lowest and the latest. */
export function rowWords({ cells }: Pick<HeatRow, 'cells'>, months: readonly string[]): string {
  const told = cells.flatMap((one, i) => {
    const rate = rateOf(one)
    return rate === null ? [] : [{ month: months[i] ?? '', rate, text: cellWords(one) }]
  })
  const [first] = told
  const last = told[told.length - 1]
  if (first === undefined || last === undefined) return '这十二个月都没有数据'
  const lowest = told.reduce((least, one) => (one.rate < least.rate ? one : least), first)
  const without = cells.length - told.length
  return [
    `${monthNumber(last.month)} 月 ${last.text}`,
    `最低是 ${monthNumber(lowest.month)} 月 ${lowest.text}`,
    ...(without > 0 ? [`${without} 个月没有数据`] : []),
  ].join('，')
}
