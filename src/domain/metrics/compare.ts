import type { Figure } from '@/contracts/stats'
import { formatNumber, formatPercent } from './format'
import type { MetricKind } from './metric'

/** How a figure stands against the same figure of the period before. */
export interface Change {
  readonly way: 'up' | 'down' | 'same'
  /** Of a ratio percentage points (one decimal), else the number itself; never negative. */
  readonly by: number
  readonly points: boolean
}

/** Tenths of a percent, as a rate is shown: whoever subtracts what they see gets what they are told. */
const shownTenths = (fraction: number): number => Math.round(Number.parseFloat(formatPercent(fraction)) * 10)

/** Percentage points between two rates, as they are shown; one decimal, signed. */
export const pointsBetween = (a: number, b: number): number => (shownTenths(a) - shownTenths(b)) / 10

/** null when one of the two has no value: there is nothing to compare. */
export function changeOf(now: Figure | undefined, before: Figure | undefined, kind: MetricKind): Change | null {
  if (now?.value == null || before?.value == null) return null
  const points = kind === 'ratio'
  const difference = points ? pointsBetween(now.value, before.value) : now.value - before.value
  return { way: difference > 0 ? 'up' : difference < 0 ? 'down' : 'same', by: Math.abs(difference), points }
}

/** 比上月高 3.2 个百分点 · 比上月少 12 · 与上月持平, for a screen reader and for a sentence. */
export function changeWords({ way, by, points }: Change, before: string): string {
  if (way === 'same') return `与${before}持平`
  if (points) return `比${before}${way === 'up' ? '高' : '低'} ${by} 个百分点`
  return `比${before}${way === 'up' ? '多' : '少'} ${formatNumber(by)}`
}
