import type { ReportProblem } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { problem } from './lint'
import type { MetricLookup } from './registry'

/** A part and the whole of which it is one, by their codes. A form is one of a theme day's several, so each form for itself. */
const parts: readonly (readonly [part: string, whole: string])[] = [
  ...['quiz', 'lesson', 'themeday'].flatMap((kind) => [
    [`${kind}.mobile.people`, `${kind}.people`] as const,
    [`${kind}.mobile.times`, `${kind}.times`] as const,
  ]),
  ...['oath', 'group-study', 'voluntary', 'visit', 'meeting'].map((form) => [form, 'themeday.sessions'] as const),
  ['inspection.improved', 'inspection.units'],
]

/**
 * 人数 never exceeds 人次, a part never its whole; a count is not negative; a ratio lies between 0 and 1.
 * @param reported codes of the register, which may be below zero
 */
export function lintFigures(
  figures: readonly Figure[],
  metric: MetricLookup,
  reported: ReadonlySet<string> = new Set(),
): ReportProblem[] {
  const values = new Map(figures.flatMap(({ code, value }) => (value === null ? [] : [[code, value] as const])))
  const larger = (a: string, b: string): boolean => {
    const [left, right] = [values.get(a), values.get(b)]
    return left !== undefined && right !== undefined && left > right
  }
  const name = (code: string): string => metric(code).name
  return [
    ...figures
      .filter(({ code }) => code.endsWith('.people') && larger(code, code.replace(/people$/, 'times')))
      .map(({ code }) => problem('peopleOverTimes', `${name(code)}比对应的人次还多，请联系管理员核对记录。`)),
    ...parts
      .filter(([part, whole]) => larger(part, whole))
      .map(([part, whole]) => problem('partOverWhole', `${name(part)}比${name(whole)}还多，请联系管理员核对记录。`)),
    ...figures
      .filter((figure) => !reported.has(figure.code) && isOutOfRange(figure))
      .map(({ code }) => problem('outOfRange', `${name(code)}超出了合理范围，请联系管理员核对记录。`)),
  ]
}

function isOutOfRange({ value, numerator, denominator }: Figure): boolean {
  if (value === null) return false
  const isRatio = numerator !== undefined && denominator !== undefined
  return value < 0 || (isRatio && value > 1)
}
