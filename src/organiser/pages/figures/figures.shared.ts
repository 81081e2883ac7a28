import type { OutputOf } from '@/contracts/action'
import type { ParticipationKind } from '@/contracts/common'
import type { Figure, getOverview, OrgNode } from '@/contracts/stats'
import { categoryNames, type categoryRows, formatNumber, gapOf, sliceName, sliceOf, sliceWords } from '@/domain/metrics'
import { beforeWords } from '@/domain/time/before'
import { daysBetween, earlierDay, monthOf, type Period } from '@/domain/time/day'
import { periodOfMonth } from '@/domain/time/period'
import type { KindView } from '../../kinds'

export type Overview = OutputOf<typeof getOverview>

/** How large the organisation is; levels that it does not have are left out. */
export function sizeParts(counts: Overview['counts'], kind: OrgNode['kind']): string[] {
  return [
    kind === 'county' ? `${formatNumber(counts.committees)} 个党委` : '',
    counts.branches > 0 && kind !== 'branch' ? `${formatNumber(counts.branches)} 个支部` : '',
    `${formatNumber(counts.members)} 名党员`,
  ].filter((part) => part !== '')
}

/** The figure with this code; an answer without it has no source for it. */
export function figureOf(figures: readonly Figure[], code: string): Figure {
  return figures.find((figure) => figure.code === code) ?? { code, value: null, state: 'noSource' }
}

const levelNames: Record<OrgNode['kind'], string> = {
  county: '各县',
  committee: '各党委',
  generalBranch: '各党总支',
  branch: '各党支部',
  group: '各党小组',
}

/** What the organisations below are called together: by their level when they have one, else in general. */
export function childrenTitle(children: readonly { readonly org: OrgNode }[]): string {
  const kinds = new Set(children.map((child) => child.org.kind))
  const [only] = kinds
  return kinds.size === 1 && only !== undefined ? levelNames[only] : '下级组织'
}

export interface TrendStop extends Period {
  readonly people: number
  readonly times: number
  /** Not all days of the week or month lie in the period. */
  readonly short: boolean
}

const isShort = ({ from, to }: Period, unit: Overview['trendUnit']): boolean => {
  if (unit === 'week') return daysBetween(from, to) < 6
  const month = periodOfMonth(monthOf(from))
  return from > month.from || to < month.to
}

/** The weeks or months of the period for one kind. */
export const trendStops = (
  { trend, trendUnit }: Pick<Overview, 'trend' | 'trendUnit'>,
  kind: ParticipationKind,
): TrendStop[] =>
  trend.map((stop) => ({ from: stop.from, to: stop.to, ...stop[kind], short: isShort(stop, trendUnit) }))

/** How the trend is spoken of: what its points are, what stands below them, what a hollow one means. */
export const trendWords = {
  week: { label: '每周参与人数', note: '日期为每周第一天', short: '不满一周', none: '这几周还没有人参加' },
  month: { label: '每月参与人数', note: '', short: '不满一月', none: '这几个月还没有人参加' },
} as const

/** What the figures are compared with, in words: as much of the period as is over has as much before it. */
export const comparedWords = ({ from, to }: Period, today: string): string =>
  from > today ? '' : beforeWords({ from, to: earlierDay(to, today) })

type Rows = ReturnType<typeof categoryRows>

/** 市直机关比两新组织高 41 个百分点，差距比上月缩小 3 个; null when no two can be compared. */
export function gapWords(rows: Rows, past: Rows, before: string) {
  const gap = gapOf(rows)
  if (gap === null) return null
  const earlier = gapOf(past)
  const by = earlier === null ? 0 : Math.round((gap.points - earlier.points) * 10) / 10
  return {
    text: `${categoryNames[gap.highest.category]}比${categoryNames[gap.lowest.category]}高`,
    points: gap.points,
    against: by === 0 ? '' : `，差距比${before}${by > 0 ? '扩大' : '缩小'} ${Math.abs(by)} 个`,
  }
}

/** Whose participation a figure is about: of a category of branches (`imbalance.quiz.village`) its members within the slice. */
export const sliceOfFigure = (code: string, slice: string): string =>
  code.startsWith('imbalance.') ? sliceName(sliceOf(`${slice}.${code}`)) : slice

/** Without the rates by category of the kind in view: how far they are apart, and whether that grew, is said where they are drawn. */
export const besides = (figures: readonly Figure[], { byCategory: [drawn] }: KindView): Figure[] =>
  figures.filter(({ code }) => !code.startsWith(`imbalance.${drawn}.`))

/** Categories as they are drawn: the strongest first, those without a rate of their own last. */
export const byRate = (rows: Rows): Rows =>
  [...rows].sort(({ figure: { value: a } }, { figure: { value: b } }) =>
    a === null || b === null ? Number(a === null) - Number(b === null) : b - a,
  )

/** Why no category has a rate: too few branches in each, or nothing to divide by. */
export const incomparable = (figures: readonly Figure[]): string =>
  figures.some(({ state }) => state === 'suppressed')
    ? '没有哪一类支部满五个，不单独比较，请看下面各个组织。'
    : '这段时间没有可以比较的数。'

interface Asked {
  /** In words. */
  readonly days: string
  readonly slice: string
}

/** What did not come, and what is in sight instead: by their days, and by whose they are where that differs. */
export function notFetched(wanted: Asked, shown: Asked): string {
  const of = ({ days, slice }: Asked) => days + (wanted.slice === shown.slice ? '' : sliceWords(sliceOf(slice)))
  return `${of(wanted)}的数字没有取到，下面是 ${of(shown)}的。`
}
