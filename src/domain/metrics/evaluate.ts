import type { Figure } from '@/contracts/stats'
import type { MetricContext } from './metric'
import { metric } from './registry'

/**
 * One figure. Without a source it has no value (state noSource); a ratio with nothing to divide by has none either (notDue);
 * one of too few organisations is not shown (suppressed); 0 is said only when it was counted.
 */
export function evaluate(code: string, context: MetricContext): Figure {
  const { compute } = metric(code)
  if (!compute) return { code, value: null, state: 'noSource' }
  const result = compute(context)
  if (typeof result === 'number') return { code, value: result, state: 'ok' }
  const { numerator, denominator } = result
  const n = 'organisations' in result ? { organisations: result.organisations } : {}
  // nothing of what it was made from: whoever has both parts has the rate
  if ('suppressed' in result && result.suppressed) return { code, value: null, state: 'suppressed', ...n }
  if (denominator === 0) return { code, value: null, state: 'notDue', numerator, denominator, ...n }
  return { code, value: numerator / denominator, state: 'ok', numerator, denominator, ...n }
}

/** Figures in the order of the codes. */
export const evaluateAll = (codes: readonly string[], context: MetricContext): Figure[] =>
  codes.map((code) => evaluate(code, context))
