import type { ParticipationKind } from '@/contracts/common'
import { columns, orgCells, orgColumns, type SourceEntry } from '@/domain/export'
import { metric } from '@/domain/metrics'
import type { Gathered } from './gathered'
import { kindWords } from './kind-words'
import { seatLists } from './seat-lists'
import type { Snapshot } from './snapshot'

/** 参加名单: who took part in one activity, by the branch where they belonged then, and by name for those who may see them. */
export function participants(
  snapshot: Snapshot,
  { kind, activityId }: { kind: ParticipationKind; activityId: string },
  names: boolean,
): Gathered {
  const { tree, index, query, ranges } = snapshot
  const asked = { kind, ...query, activityId }
  const seats = index.participants(asked, ranges)
  const lists = seatLists(seats, index.who({ ...asked, mobileOnly: true }, ranges), snapshot)
  return {
    tables: [
      {
        name: '按支部',
        columns: [...orgColumns, ...columns('参加人数', '其中流动党员')],
        rows: lists.flatMap(({ orgId, seats: own, mobile }) => {
          const node = tree.byId.get(orgId)
          return node ? [[...orgCells(node, tree), own.length, mobile.length]] : []
        }),
        frozenColumns: 2,
      },
    ],
    people: names ? { name: '名单', lists } : null,
    source: {
      records: `参加的党员 ${seats.length} 名`,
      entries: [metric(`${kind}.people`) as SourceEntry],
      absent: [
        ...(names ? [] : ['姓名只给直接负责的人；这份文件只有人数']),
        `只有参加了这一项${kindWords[kind]}、当时属于本组织的党员`,
      ],
    },
  }
}
