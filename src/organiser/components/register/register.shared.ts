import type { BarPart } from '@/components/bar/bar'
import type { Cycle, FoldKind, Reporters } from '@/contracts/register'
import type { EntryBrief, Tally } from '@/contracts/register-entries'
import { categoryNames } from '@/domain/metrics/categories'
import { groupedDecimal } from '@/domain/register/decimal'

/** Behind this an indicator is called like others: 扶贫：贫困村 is 贫困村 among 扶贫. */
const MARK = '：'
const OTHERS = '其他'

/** The group of an indicator and its name in it. */
export function inGroup(name: string): { group: string; short: string } {
  const at = name.indexOf(MARK)
  return at > 0 ? { group: name.slice(0, at), short: name.slice(at + 1) } : { group: OTHERS, short: name }
}

/** Rows by the group of their name, groups in the order of their first row, those without one last. */
export function grouped<Row>(rows: readonly Row[], nameOf: (row: Row) => string): { group: string; rows: Row[] }[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const { group } = inGroup(nameOf(row))
    groups.set(group, [...(groups.get(group) ?? []), row])
  }
  const list = [...groups].map(([group, some]) => ({ group, rows: some }))
  return [...list.filter(({ group }) => group !== OTHERS), ...list.filter(({ group }) => group === OTHERS)]
}

/** How many have reported, drawn: what is accepted, and what waits. */
export const tallyParts = ({ due, reported, waiting }: Tally): BarPart[] =>
  due === 0
    ? []
    : [
        { fraction: reported / due, tone: 'ok' },
        { fraction: waiting / due, tone: 'gold' },
      ]

/** 已审 12 家, 待审 2 家, 未报 2 家; of one alone how it stands. */
export function tallyPieces({ due, reported, waiting, overdue }: Tally): string[] {
  const lacking = due - reported - waiting
  if (due === 1) return [reported > 0 ? '已审' : waiting > 0 ? '待审核' : overdue > 0 ? '逾期未报' : '未报']
  return [
    reported === due ? '已报齐' : `已审 ${reported} 家`,
    ...(waiting > 0 ? [`待审 ${waiting} 家`] : []),
    ...(lacking > 0 ? [`未报 ${lacking} 家${overdue > 0 ? '（已逾期）' : ''}`] : []),
  ]
}

/** The same in one line. */
export const tallyWords = (tally: Tally): string => tallyPieces(tally).join(' · ')

export const isComplete = ({ due, reported }: Pick<Tally, 'due' | 'reported'>): boolean => due > 0 && due === reported

/** 已报合计 1,234 棵 */
export const amount = (value: string, unit: string): string => `${groupedDecimal(value)} ${unit}`

/** The state of an entry in two to four characters. */
export function entryTag(entry: Pick<EntryBrief, 'state' | 'standing' | 'overdue'>): {
  tone: 'red' | 'ok' | 'wait' | 'gold' | 'grey'
  text: string
} {
  if (entry.state === 'accepted') return { tone: 'ok', text: '已审' }
  if (entry.state === 'submitted') return { tone: 'gold', text: entry.standing === null ? '待审核' : '更正待审' }
  if (entry.state === 'returned') return { tone: 'red', text: '已退回' }
  return entry.overdue ? { tone: 'red', text: '逾期未报' } : { tone: 'wait', text: '未报' }
}

export const kindWords: Readonly<Record<FoldKind, string>> = { sum: '各期相加', latest: '取最近一期' }
export const cycleWords: Readonly<Record<Cycle, string>> = {
  month: '每月',
  quarter: '每季度',
  year: '每年',
  once: '一次性',
}

const reporterWords = { committee: '党委', generalBranch: '党总支', branch: '党支部' } as const

/** 由党委、党总支填报（限农村） */
export const reportersWords = ({ kinds, categories }: Reporters): string =>
  `由${kinds.map((kind) => reporterWords[kind]).join('、')}填报${
    categories.length === 0 ? '' : `（限${categories.map((one) => categoryNames[one]).join('、')}）`
  }`
