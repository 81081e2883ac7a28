import type { Figure } from '@/contracts/stats'
import type { Metric } from './metric'

/** A count or amount with thousands separated by commas: 2,847; amounts (公里) keep at most two decimals. */
export function formatNumber(value: number): string {
  const [whole = '', decimals] = String(Math.round(value * 100) / 100).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

/**
 * A fraction as a percentage with at most one decimal: 0.834 → 83.4%, 0.8 → 80%. Half a tenth rounds up, but never to 100%
 * while someone is missing, nor to 0% while someone took part: 0.9996 → 99.9%, 0.0004 → 0.1%.
 */
export function formatPercent(fraction: number): string {
  const tenths = Math.round(fraction * 1000)
  const honest = fraction > 0 && fraction < 1 ? Math.min(Math.max(tenths, 1), 999) : tenths
  return `${honest / 10}%`
}

/** A figure for the screen and for print: 2,847 without its unit, 83.4% with its sign, 暂无数据来源 without a source, — when not due. */
export function formatFigure(figure: Figure, entry: Pick<Metric, 'kind'>): string {
  if (figure.state === 'noSource') return '暂无数据来源'
  if (figure.state === 'incomplete') return '尚未报齐'
  if (figure.state === 'suppressed') return '不单列'
  if (figure.state === 'notDue' || figure.value === null) return '—'
  return entry.kind === 'ratio' ? formatPercent(figure.value) : formatNumber(figure.value)
}

/**
 * “X多”: rounded down to two leading digits (one below 100), never up; from 10,000 on in 万. Says 多 only when something was
 * left off: 2847 → 2800多, 2800 → 2800, 47 → 40多, 28473 → 2.8万多. Below 10 the number itself. For non-negative integers.
 */
export function roundDownDuo(n: number): string {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a count: ${n}`)
  if (n < 10) return String(n)
  const step = 10 ** Math.max(String(n).length - 2, 1)
  const rounded = Math.floor(n / step) * step
  const text = rounded >= 10_000 ? `${rounded / 10_000}万` : String(rounded)
  return rounded < n ? `${text}多` : text
}
