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
