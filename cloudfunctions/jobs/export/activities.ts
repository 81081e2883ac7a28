import type { ParticipationKind } from '@/contracts/common'
import { type Cell, columns, type SourceEntry } from '@/domain/export'
import { metric } from '@/domain/metrics'
import { findActivities } from '../../_data/openings'
import { findOrganisations } from '../../_data/organisations'
import type { Gathered } from './gathered'
import { kindWords } from './kind-words'
import type { Snapshot } from './snapshot'

const codesOf: Readonly<Record<ParticipationKind, readonly string[]>> = {
  quiz: ['quiz.people', 'quiz.times'],
  lesson: ['lesson.people', 'lesson.times', 'lesson.count'],
  themeday: ['themeday.sessions', 'themeday.times', 'themeday.attendance'],
}

/** 活动清单: every activity in which somebody of the organisation took part or was expected, the latest first. */
export async function activities(snapshot: Snapshot, kind: ParticipationKind): Promise<Gathered> {
  const { index, query, ranges } = snapshot
  const tallies = index.activityTallies({ kind, ...query }, ranges)
  const infos = await findActivities(
    kind,
    tallies.map(({ activityId }) => activityId),
  )
  const orgIds = [...new Set([...infos.values()].map(({ orgId }) => orgId))]
  const orgs = new Map((await findOrganisations(orgIds)).map(({ _id, name }) => [_id, name]))
  const sorted = [...tallies].sort((a, b) =>
    a.from !== b.from ? (a.from < b.from ? 1 : -1) : a.activityId < b.activityId ? -1 : 1,
  )
  const rows = sorted.map(({ activityId, from, to, times, mobile, attendance }): Cell[] => {
    const info = infos.get(activityId)
    const rate = attendance && attendance.expected > 0 ? { percent: attendance.actual / attendance.expected } : null
    return [
      activityId,
      info?.title ?? null,
      orgs.get(info?.orgId ?? '') ?? null,
      from,
      to,
      times,
      mobile,
      ...(kind === 'themeday' ? [attendance?.actual ?? null, attendance?.expected ?? null, rate] : []),
      info ? (kind === 'themeday' && !attendance ? '没有应到名单，不计到会率' : null) : '活动已经撤下，只有参加记录',
    ]
  })
  return {
    tables: [
      {
        name: '活动清单',
        columns: [
          ...columns('活动编码', '活动', '组织者', '首次参加', '末次参加', '参加人次', '其中流动党员'),
          ...(kind === 'themeday' ? columns('应到中实到', '应到', '到会率') : []),
          { title: '说明', wraps: true },
        ],
        rows,
        frozenColumns: 2,
      },
    ],
    people: null,
    source: {
      records: `${kindWords[kind]} ${index.tally({ kind, ...query }, ranges).times} 人次，${rows.length} 项`,
      entries: codesOf[kind].map((code) => metric(code) as SourceEntry),
      absent: ['没有人参加、也没有应到名单的活动不在内'],
    },
  }
}
