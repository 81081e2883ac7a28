import type { OutputOf } from '@/contracts/action'
import type { explainFigure } from '@/contracts/opening'
import type { Figure } from '@/contracts/stats'
import { formatFigure, formatNumber } from '@/domain/metrics'
import { inColumn } from '../../figure-words'
import { whenText } from '../../when.shared'

export type Explained = OutputOf<typeof explainFigure>

/** What nothing records yet: what is missing, and who could supply it. By the beginning of the code. */
const suppliers: readonly (readonly [string, string])[] = [
  ['inspection.', '督导组把督导记录和整改情况登记进来以后，这里就有数。'],
  ['period', '督导组登记本轮督导的起止日期以后，这里就有数。'],
  ['records.', '支部把会议记录、影像资料等登记进来以后，这里就有数。'],
  ['plan.', '支部在这里制定并备案年度计划以后，这里就有数。'],
  ['training.', '组织部门把培训班和参训名单登记进来以后，这里就有数。'],
  ['contact.', '联系点和走访记录登记进来以后，这里就有数。'],
  ['model.', '按行业登记主题实践活动以后，这里就有数。'],
  ['problems.', '支部登记三会一课和民主评议的记录以后，这里就有数。'],
  ['handbook.', '掌握情况只存在党员自己的手机和记录里，不汇总给组织看。'],
]

const supplier = (code: string): string =>
  suppliers.find(([start]) => code.startsWith(start))?.[1] ?? '系统里还没有记录这项数据的地方。'

/** How the records behind a figure stand, each in a sentence. */
export function sourceLines({ source, opening, figure, asOf }: Explained): string[] {
  if (source === 'none') return [supplier(figure.code), '没有数据不等于零，报告里也不会写成零。']
  if (source === 'register') {
    const { reported = 0, due = 0 } = figure
    return [
      '由各单位在台账里填报，上级审核后才算数。',
      due > 0 ? `应报 ${formatNumber(due)} 个单位，已审核 ${formatNumber(reported)} 个。` : '这段时间没有单位要报。',
    ]
  }
  if (source === 'records') return ['由主题党日、心得和百题手册的记录直接数出来，不经人工汇总。']
  if (figure.state === 'suppressed') return ['不足五个组织，单列出来等于点名，所以不单列。总数里仍然算上它们。']
  if (!opening) return []
  const { records, lastDay, lastEntryAt, unfolded, corrections } = opening
  if (records === 0) return ['这段时间还没有参加记录。有人参加后，这里会马上有数。']
  return [
    `由 ${formatNumber(records)} 条参加记录直接数出来，不经人工汇总。`,
    ...(lastDay ? [`最近一次参加是 ${dayWords(lastDay)}。`] : []),
    ...(lastEntryAt !== null ? [`最近一次记入或更正是${spaced(whenText(lastEntryAt, asOf))}。`] : []),
    ...(unfolded > 0 ? [`其中 ${formatNumber(unfolded)} 条刚刚记入，已经算进来了。`] : []),
    corrections > 0 ? `更正过 ${formatNumber(corrections)} 处，更正前后都留着，点开记录能看到。` : '没有更正过。',
  ]
}

const dayWords = (day: string): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`
const spaced = (text: string): string => (/^\d/.test(text) ? ` ${text}` : text)

/** An organisation below, drawn by its number. */
export interface PartRow {
  readonly id: string
  readonly name: string
  /** What was divided, of a ratio: 4/8; of what is not reported in full, by how many: 1/3 家; else empty. */
  readonly divided: string
  readonly text: string
  /** Length of the bar in percent; null: no value. */
  readonly width: number | null
}

/**
 * The organisations below, the largest first and those without a value last: a ratio by its value, a number by its share of the largest. What belongs to none of
 * them closes the list.
 */
export function partRows({ children, own, org, kind }: Explained): PartRow[] {
  const parts = [
    ...[...children].sort(({ figure: { value: a } }, { figure: { value: b } }) =>
      a === null || b === null ? Number(a === null) - Number(b === null) : b - a,
    ),
    ...(own ? [{ org: { id: '', name: `${org.name}（不属于下级的）` }, figure: own }] : []),
  ]
  const most = kind === 'ratio' ? 1 : Math.max(...parts.map(({ figure }) => figure.value ?? 0), 1)
  return parts.map(({ org: { id, name }, figure }) => ({
    id,
    name,
    divided: figure.state === 'incomplete' ? reportedText(figure) : dividedText(figure),
    text: inColumn(formatFigure(figure, { kind })),
    width: figure.value === null ? null : Math.round(Math.min(Math.max(figure.value / most, 0), 1) * 1000) / 10,
  }))
}

function dividedText({ value, numerator, denominator }: Figure): string {
  if (value === null || numerator === undefined || denominator === undefined) return ''
  return `${formatNumber(numerator)}/${formatNumber(denominator)}`
}

/** Of one alone there is nothing to say besides that it has not. */
const reportedText = ({ reported = 0, due = 0 }: Figure): string =>
  due > 1 ? `${formatNumber(reported)}/${formatNumber(due)} 家` : ''

/** Names of what the list of activities is called. */
export const activityWords = {
  quiz: { title: '由哪些答题组成', one: '次答题' },
  lesson: { title: '由哪些微党课组成', one: '门微党课' },
  themeday: { title: '由哪些主题党日组成', one: '场主题党日' },
} as const
