import type { ParticipationKind } from '@/contracts/common'
import { columns, orgCells, orgColumns, type SourceEntry } from '@/domain/export'
import { metric } from '@/domain/metrics'
import type { Gathered } from './gathered'
import { kindWords } from './kind-words'
import { seatLists } from './seat-lists'
import type { Snapshot } from './snapshot'

/** 未参加名单: who of the roster at the end of the period has not taken part, by branch and, for those who may see them, by name. */
export function missing(snapshot: Snapshot, kind: ParticipationKind, names: boolean): Gathered {
  const { tree, node, index, sliced, ranges, context } = snapshot
  const { from, to, slice } = context
  const { present, roster } = sliced
  const absent = index.missing({ kind, from, to }, present, ranges)
  const rows = node.branches
    .filter((branch) => !slice.category || branch.category === slice.category)
    .flatMap((branch) => {
      const members = present.countIn(branch.ranges)
      if (members === 0) return []
      const count = absent.countIn(branch.ranges)
      const away = absent.and(roster.mobile).countIn(branch.ranges)
      return [[...orgCells(branch, tree), members, members - count, count, { percent: count / members }, away]]
    })
  return {
    tables: [
      {
        name: '按支部',
        columns: [...orgColumns, ...columns('期末党员', '参加过', '未参加', '未参加占比', '未参加的流动党员')],
        rows,
        frozenColumns: 2,
      },
    ],
    people: names ? { name: '名单', lists: seatLists(absent.toArray(), roster.mobile, snapshot) } : null,
    source: {
      records: `期末在册党员 ${present.countIn(ranges)} 名，其中本期没有参加过${kindWords[kind]}的 ${absent.size} 名`,
      entries: [metric(`${kind}.rate`) as SourceEntry],
      absent: [
        ...(names ? [] : ['姓名只给直接负责的人；这份文件只有人数']),
        '在别的支部参加过的也算参加过；期末已经转出的不在内',
      ],
    },
  }
}
