import {
  type Cell,
  columns,
  figureCells,
  figureColumns,
  levelNames,
  levelsOf,
  orgCells,
  orgColumns,
  remarksOf,
  type SourceEntry,
  stoodIn,
  type Table,
  whyEmpty,
} from '@/domain/export'
import {
  createContexts,
  evaluateAll,
  liveCodes,
  type MetricContext,
  metric,
  recordFigures,
  stoodOn,
} from '@/domain/metrics'
import type { OrgNode } from '@/domain/participation'
import { earlierDay } from '@/domain/time'
import { loadRecords } from '../../_data/record-figures'
import { registerFigures } from '../../_data/register-figures'
import type { Gathered } from './gathered'
import type { Snapshot } from './snapshot'

/** Rates by category have a file of their own. */
const codes = liveCodes.filter((code) => !code.startsWith('imbalance.'))

const levelColumns = [
  ...orgColumns,
  ...columns('期末党支部', '期末党员'),
  ...codes.flatMap((code) => figureColumns(metric(code))),
  { title: '说明', wraps: true as const },
]

function rowOf(node: OrgNode, figured: MetricContext, { tree, context }: Snapshot): Cell[] {
  const figures = evaluateAll(codes, figured)
  const standing = node.branches.filter((branch) => stoodOn(branch, earlierDay(context.to, context.today))).length
  const ended = node.endedOn && node.endedOn <= context.to ? `${node.endedOn} 起撤销或合并` : null
  const remarks = [ended, remarksOf(figures, metric)].filter(Boolean).join('；')
  return [
    ...orgCells(node, tree),
    standing,
    figured.members(),
    ...figures.flatMap((figure) => figureCells(figure, metric(figure.code))),
    remarks || null,
  ]
}

/** One sheet for each level. Organisations of a level share no seat, so that one walk over the index counts for all of them. */
function levelTables(snapshot: Snapshot): Table[] {
  const tables = new Map<string, Cell[][]>()
  for (const { kind, nodes } of levelsOf(snapshot.tree)) {
    const stood = nodes.filter((node) => stoodIn(node, snapshot.context))
    const contexts = createContexts(snapshot.context, stood)
    const rows = stood.map((node, i) => rowOf(node, contexts[i] as MetricContext, snapshot))
    tables.set(levelNames[kind], [...(tables.get(levelNames[kind]) ?? []), ...rows])
  }
  return [...tables].flatMap(([name, rows]) =>
    rows.length > 0 ? [{ name, columns: levelColumns, rows, frozenColumns: 2 }] : [],
  )
}

/** Figures of the organisation itself that do not come from the index: from its records, and from the register (台账). */
async function otherFigures({ tree, node, index, context, orgPath }: Snapshot) {
  const { from, to, today } = context
  const [records, reported] = await Promise.all([
    loadRecords(tree, orgPath.slice(0, -1), from, to),
    registerFigures(tree, node.id, from, to, today),
  ])
  return [
    ...recordFigures({ index, node, records, today, from, to }).map((figure) => ({
      figure,
      entry: metric(figure.code) as SourceEntry,
    })),
    ...reported.map(({ figure, name, unit, kind, definition }) => ({
      figure,
      entry: { code: figure.code, name, unit, kind, definition } as SourceEntry,
    })),
  ]
}

/** 参与统计: every organisation that stood in the period, with every figure; what is counted for the whole only has a sheet of its own. */
export async function overview(snapshot: Snapshot): Promise<Gathered> {
  const isSliced = Object.keys(snapshot.context.slice).length > 0
  // records and register know no slice: a part of them would be taken for the whole
  const others = isSliced ? [] : await otherFigures(snapshot)
  const otherTable: Table = {
    name: '其他指标',
    columns: [...columns('编码', '指标', '单位', '数值'), { title: '说明', wraps: true }],
    rows: others.map(({ figure, entry }) => [
      entry.code,
      entry.name,
      entry.unit,
      figure.value,
      whyEmpty(figure, entry),
    ]),
  }
  const { index, query, ranges } = snapshot
  const times = (kind: 'quiz' | 'lesson' | 'themeday') => index.tally({ kind, ...query }, ranges).times
  return {
    tables: [...levelTables(snapshot), ...(others.length > 0 ? [otherTable] : [])],
    people: null,
    source: {
      records: `知识答题 ${times('quiz')} 人次；微党课 ${times('lesson')} 人次；主题党日 ${times('themeday')} 人次`,
      entries: [...codes.map((code) => metric(code) as SourceEntry), ...others.map(({ entry }) => entry)],
      absent: isSliced ? ['台账和资料的指标不按人群统计，不在这份文件里'] : [],
    },
  }
}
