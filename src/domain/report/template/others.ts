import type { ReportIndicator } from '@/contracts/report'
import { above, type Section } from './template'

/**
 * What is said of indicators that were added to the register (台账) without a release: one clause for each that is complete; the others are named as missing.
 * @param known codes of which the template speaks itself
 */
export function othersOf(indicators: readonly ReportIndicator[], known: readonly string[]): Section[] {
  const others = indicators.filter(({ code }) => !known.includes(code))
  if (others.length === 0) return []
  const clauses = others.map(({ code, name, unit }) => ({ say: `${name.replace('：', '')}{${code}}${unit}` }))
  return [
    {
      id: 'register',
      heading: '其他台账指标',
      paragraphs: [[{ id: 'register.others', clauses, only: above }]],
    },
  ]
}
