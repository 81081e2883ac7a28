import type { Figure } from '@/contracts/stats'
import type { Metric } from '../metrics/metric'
import { ratioParts } from '../metrics/opening'
import { type Cell, type Column, columns } from './table'

type Entry = Pick<Metric, 'code' | 'name' | 'unit' | 'kind'>

/** The columns of a figure: its name with its unit; of a rate also what was divided, so that whoever adds up rows adds up the right thing. */
export function figureColumns({ code, name, unit, kind }: Entry): Column[] {
  if (kind !== 'ratio') return columns(`${name}（${unit}）`)
  const parts = ratioParts(code)
  return columns(name, `${name}：${parts?.numerator ?? '分子'}`, `${name}：${parts?.denominator ?? '分母'}`)
}

/** The cells of those columns. Without a value they are empty, never 0; why is for `whyEmpty`. */
export function figureCells({ value, numerator, denominator }: Figure, { kind }: Entry): Cell[] {
  if (kind !== 'ratio') return [value]
  return [value === null ? null : { percent: value }, numerator ?? null, denominator ?? null]
}

/** Why a figure has no value, in words; null when it has one. */
export function whyEmpty({ state, reported, due }: Figure, { name, kind }: Entry): string | null {
  if (state === 'ok') return null
  if (state === 'noSource') return `${name}：暂无数据来源`
  if (state === 'suppressed') return `${name}：不足五个支部，不单列`
  if (state === 'incomplete')
    return due === undefined ? `${name}：尚未报齐` : `${name}：尚未报齐（已报${reported ?? 0}个，应报${due}个）`
  return kind === 'ratio' ? `${name}：分母为零，不计算` : `${name}：本期没有`
}

/** What is said of all figures that have no value, in one cell; null when all have. */
export function remarksOf(figures: readonly Figure[], entryOf: (code: string) => Entry): string | null {
  const remarks = figures.flatMap((figure) => whyEmpty(figure, entryOf(figure.code)) ?? [])
  return remarks.length > 0 ? remarks.join('；') : null
}
