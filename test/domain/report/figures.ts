import type { Figure } from '@/contracts/stats'
import { metric } from '@/domain/metrics'
import { reportCodes } from '@/domain/report'

/** What a test says of a figure: a value, a ratio as [numerator, denominator], or a state without a value. */
export type Given = number | readonly [number, number] | 'noSource' | 'notDue'

export function figureOf(code: string, given: Given): Figure {
  if (given === 'noSource' || given === 'notDue') return { code, value: null, state: given }
  if (typeof given === 'number') return { code, value: given, state: 'ok' }
  const [numerator, denominator] = given
  return { code, value: numerator / denominator, state: 'ok', numerator, denominator }
}

/** All figures that a report needs: those given, the rest without a source. */
export const figuresOf = (given: Readonly<Record<string, Given>>): Figure[] =>
  reportCodes().map((code) => figureOf(code, given[code] ?? 'noSource'))

export const byCode = (figures: readonly Figure[]) => new Map(figures.map((figure) => [figure.code, figure]))

export const isRatio = (code: string) => metric(code).kind === 'ratio'
