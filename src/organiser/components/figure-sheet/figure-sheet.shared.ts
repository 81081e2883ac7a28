import type { Figure } from '@/contracts/stats'
import { formatNumber } from '@/domain/metrics'

/** What was divided: `2,847 ÷ 3,600 = 79.1%`; null for figures that are no ratio. `text` is the value as it is shown. */
export function ratioText(figure: Figure, text: string): string | null {
  const { numerator, denominator, value } = figure
  if (numerator === undefined || denominator === undefined) return null
  const division = `${formatNumber(numerator)} ÷ ${formatNumber(denominator)}`
  return value === null ? division : `${division} = ${text}`
}
