import type { Day } from '@/contracts/common'
import type { Slice } from '@/contracts/stats'
import type { Metric, MetricKind } from '../metrics/metric'
import { sliceWords } from '../metrics/slice-name'
import { dayOf } from '../time/day'
import { type Cell, columns, type Table } from './table'

/** How a figure folds from the organisations below, in a word. */
const kindNames: Readonly<Record<MetricKind, string>> = {
  sum: '累计',
  count: '计数',
  distinct: '去重计数',
  ratio: '比率',
  latest: '最近一次',
  range: '日期',
}

/** Of a figure that stands in the file. */
export type SourceEntry = Pick<Metric, 'code' | 'name' | 'unit' | 'kind' | 'definition'>

export interface SourceInput {
  /** What the file is: 参与统计. */
  readonly title: string
  readonly orgName: string
  readonly from: Day
  readonly to: Day
  readonly slice: Slice
  /** Facts recorded up to this instant are in it. */
  readonly asOf: number
  /** Name and organisation of whoever ordered it. */
  readonly maker: string
  readonly tables: readonly { readonly name: string; readonly rows: number }[]
  /** How many participations were counted, in words; null for a file that counts none. */
  readonly records: string | null
  readonly entries: readonly SourceEntry[]
  /** What one might look for and is not there, and why. */
  readonly absent: readonly string[]
}

const two = (n: number): string => String(n).padStart(2, '0')

/** An instant as a person in Asia/Shanghai writes it: 2026-11-10 10:05. */
export function momentWords(instant: number): string {
  const minutes = Math.floor(instant / 60_000) + 8 * 60
  return `${dayOf(instant)} ${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}

/** The sheet 数据来源: what the file says, of whom and when, where each figure comes from, and what is not there. */
export function sourceTable(input: SourceInput): Table {
  const says = (item: string, content: string | null): Cell[][] =>
    content === null ? [] : [[item, null, null, null, content]]
  return {
    name: '数据来源',
    columns: [...columns('项目或编码', '指标', '单位', '算法'), { title: '内容或定义', wraps: true }],
    rows: [
      ...says('文件', `${input.orgName}${input.title}`),
      ...says('时间段', `${input.from} 至 ${input.to}（按发生的日期，北京时间）`),
      ...says('范围', sliceWords(input.slice)),
      ...says('统计截至', `${momentWords(input.asOf)}，之后补录和更正的不在内`),
      ...says('制表人', input.maker),
      ...says('工作表', input.tables.map(({ name, rows }) => `${name} ${rows} 行`).join('；')),
      ...says('参与记录', input.records),
      ...says('空白单元格', '没有数据，不等于零；原因见“说明”列'),
      ...input.absent.flatMap((what) => says('不在内', what)),
      ...input.entries.map(({ code, name, unit, kind, definition }): Cell[] => [
        code,
        name,
        unit,
        kindNames[kind],
        definition,
      ]),
    ],
  }
}
