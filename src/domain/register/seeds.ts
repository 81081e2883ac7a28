import type { Category } from '@/contracts/identity'
import { manualMetrics } from '../metrics/manual'
import type { IndicatorRecord } from './indicator'

/** Since when the report's own indicators are reported. */
const SINCE = '2026-01-01'

/** Villages are where poverty relief is counted: reported by whoever has one below. */
const villages: Category[] = ['village']

/**
 * The report's own manual figures as indicators: there without anybody's defining them, quarterly (no more often than the report needs them), reported by the
 * committees and the general branches directly under the county. An administrator may change their name, definition and reporters, and end them.
 */
export const builtInIndicators: readonly IndicatorRecord[] = manualMetrics.map(
  ({ code, name, unit, kind, definition }): IndicatorRecord => ({
    code,
    unit,
    kind: kind === 'latest' ? 'latest' : 'sum',
    decimals: unit === '公里' ? 2 : 0,
    cycle: 'quarter',
    negative: false,
    orgId: null,
    path: [],
    from: SINCE,
    until: null,
    versions: [
      {
        from: SINCE,
        name,
        definition,
        reporters: {
          kinds: ['committee', 'generalBranch'],
          categories: code.startsWith('poverty.') ? villages : [],
        },
      },
    ],
    revision: 0,
  }),
)

const byCode = new Map(builtInIndicators.map((indicator) => [indicator.code, indicator]))

export const builtInIndicator = (code: string): IndicatorRecord | null => byCode.get(code) ?? null

/** All indicators: those that are stored, and the built-in ones that nobody has changed; in the order of the report, then by code. */
export function withBuiltIns(stored: readonly IndicatorRecord[]): IndicatorRecord[] {
  const changed = new Map(stored.map((indicator) => [indicator.code, indicator]))
  const added = stored.filter(({ code }) => !byCode.has(code)).sort((a, b) => (a.code < b.code ? -1 : 1))
  return [...builtInIndicators.map((indicator) => changed.get(indicator.code) ?? indicator), ...added]
}
