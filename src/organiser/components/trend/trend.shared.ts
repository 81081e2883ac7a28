import { palette, svgUri } from '../../palette'

/** Size of the drawing in its own units; the Image stretches it to the width of the card. */
export const trendBox = { width: 320, height: 72, padX: 16, padTop: 10, padBottom: 4 } as const

export interface TrendPoint {
  readonly x: number
  readonly y: number
  readonly value: number
}

/**
 * Places values from left to right over a baseline of zero; the highest value, here or of `others` that are drawn beside them, touches the top.
 * Coordinates with one decimal.
 */
export function trendPoints(values: readonly number[], others: readonly number[] = []): TrendPoint[] {
  const { width, height, padX, padTop, padBottom } = trendBox
  const top = Math.max(1, ...values, ...others)
  const step = values.length > 1 ? (width - 2 * padX) / (values.length - 1) : 0
  const round = (n: number) => Math.round(n * 10) / 10
  return values.map((value, index) => ({
    x: round(values.length > 1 ? padX + index * step : width / 2),
    y: round(height - padBottom - ((height - padTop - padBottom) * value) / top),
    value,
  }))
}

const pathOf = (points: readonly TrendPoint[]): string =>
  points.map((p, index) => `${index === 0 ? 'M' : 'L'}${p.x} ${p.y}`).join('')

/**
 * The line, the wash under it and a point a week. `short` tells which weeks have fewer than seven days in the period: their points are
 * hollow and the way to them dashed, since a week that has only begun would otherwise look like a fall. `past` is the period before, as a thin line:
 * its weeks lie under ours in their order; those that have none of ours are left off.
 */
export function trendSvg(values: readonly number[], short: readonly boolean[], past: readonly number[] = []): string {
  const under = past.slice(0, values.length)
  const points = trendPoints(values, under)
  const first = points[0]
  const last = points[points.length - 1]
  if (first === undefined || last === undefined) return ''
  const { width, height } = trendBox
  const isShort = (index: number) => short[index] === true
  const stretches = points.slice(1).map((point, index) => {
    const dash = isShort(index) || isShort(index + 1) ? ' stroke-dasharray="1 6"' : ''
    return `<path d="${pathOf([points[index] ?? point, point])}"${dash}/>`
  })
  const dots = points.map((p, index) =>
    isShort(index)
      ? `<circle cx="${p.x}" cy="${p.y}" r="4" fill="${palette.card}" stroke-width="2"/>`
      : `<circle cx="${p.x}" cy="${p.y}" r="${p === last ? 4 : 2.5}" fill="${palette.red}" stroke="none"/>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    `<path d="M0 ${height - 0.5}H${width}" stroke="${palette.line}"/>`,
    `<path d="${pathOf(points)}L${last.x} ${height}L${first.x} ${height}z" fill="${palette.red}" opacity=".08"/>`,
    under.length > 1 ? pastLine(under, values) : '',
    `<g fill="none" stroke="${palette.red}" stroke-width="2.5" stroke-linecap="round">`,
    ...stretches,
    ...dots,
    '</g></svg>',
  ].join('')
}

/** Where ours are as many as these or more, so that the same week lies under the same week. */
function pastLine(past: readonly number[], values: readonly number[]): string {
  const padded = [...past, ...values.slice(past.length).map(() => 0)]
  const points = trendPoints(padded, values).slice(0, past.length)
  return `<path d="${pathOf(points)}" fill="none" stroke="${palette['ink-3']}" stroke-width="1.2" opacity=".75"/>`
}

/** As `trendSvg`, ready for an Image. */
export const trendUri = (values: readonly number[], short: readonly boolean[], past?: readonly number[]): string =>
  svgUri(trendSvg(values, short, past))

/**
 * Which points carry their number as text: all of them while there is room (up to five), else the first, the highest and the last.
 * Ascending indices.
 */
export function labelledPoints(values: readonly number[]): number[] {
  if (values.length <= 5) return values.map((_, index) => index)
  const highest = values.indexOf(Math.max(...values))
  const last = values.length - 1
  // a label needs the room of about a fifth of the width: the highest gives way to the ends
  const room = Math.ceil(values.length / 5)
  const middle = highest >= room && highest <= last - room ? [highest] : []
  return [0, ...middle, last]
}
