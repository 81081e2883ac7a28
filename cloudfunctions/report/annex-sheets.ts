import type { BelowFigures, ReportView } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { isMetric, metric } from '@/domain/metrics'
import { type MetricLookup, printedInstant, sentencesOf, textOfRuns } from '@/domain/report'
import type { Cell, Sheet } from '../_office'
import { type Content, namesIn } from './report-text'

const stateWords: Readonly<Record<Figure['state'], string>> = {
  ok: '有数',
  noSource: '暂无数据来源',
  notDue: '本期没有应计对象',
  incomplete: '尚未报齐',
  suppressed: '不足五个组织，不单列',
}
const sourceWords = { facts: '参与记录', themeDays: '签到记录和应到名单', records: '活动、心得和手册的记录' } as const

function sourceOf(code: string, reported: ReadonlySet<string>): string {
  if (reported.has(code)) return '台账'
  const source = isMetric(code) ? metric(code).source : null
  return source ? sourceWords[source] : ''
}

const valueCell = ({ value }: Figure, kind: string): Cell =>
  value === null ? null : kind === 'ratio' ? { percent: value } : value

const textColumns = (...titles: string[]) => titles.map((title) => ({ title }))

function figureSheet({ figures, indicators, asOf }: Content, metricOf: MetricLookup): Sheet {
  const reported = new Set(indicators.map(({ code }) => code))
  return {
    name: '指标',
    frozenColumns: 2,
    columns: [
      ...textColumns(
        '代码',
        '名称',
        '准确值',
        '单位',
        '分子',
        '分母',
        '已上报单位',
        '应上报单位',
        '状态',
        '来源',
        '数据截至',
      ),
      { title: '口径', wraps: true },
    ],
    rows: figures.map((figure) => {
      const { code, numerator = null, denominator = null, reported: have = null, due = null, state } = figure
      const { name, unit, kind, definition } = metricOf(code)
      return [
        code,
        name,
        valueCell(figure, kind),
        unit,
        numerator,
        denominator,
        have,
        due,
        stateWords[state],
        sourceOf(code, reported),
        printedInstant(asOf),
        definition,
      ]
    }),
  }
}

const belowSheet = (below: readonly BelowFigures[], metricOf: MetricLookup): Sheet => ({
  name: '下级组织',
  columns: textColumns('组织', '代码', '名称', '准确值', '分子', '分母', '状态'),
  rows: below.flatMap(({ org, figures }) =>
    figures.map((figure) => {
      const { code, numerator = null, denominator = null, state } = figure
      const { name, kind } = metricOf(code)
      return [org.name, code, name, valueCell(figure, kind), numerator, denominator, stateWords[state]]
    }),
  ),
})

const manualSheet = ({ document }: Content, names: ReadonlyMap<string, string>): Sheet => ({
  name: '手写内容',
  columns: [
    ...textColumns('句子', '方式', '谁写的', '何时'),
    { title: '内容', wraps: true },
    { title: '查不到来源的数字' },
  ],
  rows: document.blocks.flatMap((block) =>
    sentencesOf(block).flatMap(({ id, runs, manual }) =>
      manual
        ? [
            [
              id,
              manual.kind === 'add' ? '添加' : '改写',
              names.get(manual.by) ?? '',
              printedInstant(manual.at),
              textOfRuns(runs),
              runs.flatMap((run) => (run.untraced ? [run.text] : [])).join('、'),
            ],
          ]
        : [],
    ),
  ),
})

/** The report's Excel annex: every figure with its exact value, what people wrote, and what the copy is. */
export function annexSheets(content: Content, lines: readonly string[], people: ReportView['people']): Sheet[] {
  const metricOf = namesIn(content)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return [
    figureSheet(content, metricOf),
    ...(content.below.length > 0 ? [belowSheet(content.below, metricOf)] : []),
    manualSheet(content, names),
    {
      name: '说明',
      columns: [{ title: content.document.title, wraps: true }],
      rows: lines.map((line) => [line]),
    },
  ]
}
