import type { OutputOf } from '@/contracts/action'
import type { PeriodKey } from '@/contracts/register'
import type { getIndicator } from '@/contracts/register-entries'

export type IndicatorView = OutputOf<typeof getIndicator>
export type PeriodRow = IndicatorView['periods'][number]

/** Under a column there is room for three or four signs: 9月, 三季, 2026. */
export function shortPeriod(key: PeriodKey): string {
  if (key === 'once') return '一次'
  if (key.length === 4) return key
  if (key[5] === 'Q') return `${'一二三四'[Number(key[6]) - 1]}季`
  return `${Number(key.slice(5))}月`
}

/** The height of a column, of 0..1: how many have reported. */
export const share = ({ due, reported }: Pick<PeriodRow, 'due' | 'reported'>): number =>
  due === 0 ? 0 : reported / due

/** So many names are read; of more the first, and how many there are. */
const MOST_NAMED = 12

/** Who has not reported: 东河镇党委、西山镇党委（已退回）等 14 个单位 */
export function missingWords({ missing, missingCount }: Pick<IndicatorView, 'missing' | 'missingCount'>): string {
  const names = missing
    .slice(0, MOST_NAMED)
    .map(({ org, state }) => (state === 'returned' ? `${org.name}（已退回）` : org.name))
  return `${names.join('、')}${missingCount > names.length ? ` 等 ${missingCount} 个单位` : ''}`
}
