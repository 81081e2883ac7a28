import type { LessonDeskRow } from '@/contracts/plan-lessons'
import { lessonState } from '@/domain/lesson'
import { rosterOn } from '@/domain/participation/roster-on'
import { dayOf, earlierDay } from '@/domain/time'
import type { LessonDoc } from '../_data/documents'
import { loadParticipation } from '../_data/participation'

type Listed = Pick<LessonDoc, '_id' | 'title' | 'track' | 'minutes' | 'publishedAt'>

const FURTHEST_MS = 730 * 86_400_000

/** Lessons of one organisation as the desk lists them, with who has completed them, from the index by which all figures are computed. */
export async function lessonRows(orgId: string, lessons: readonly Listed[], now: number): Promise<LessonDeskRow[]> {
  const today = dayOf(now)
  const first = Math.min(now, ...lessons.map(({ publishedAt }) => publishedAt))
  const from = earlierDay(today, dayOf(Math.max(first, now - FURTHEST_MS)))
  const { tree, index, roster } = await loadParticipation(orgId, from, today)
  const ranges = tree.byId.get(orgId)?.ranges ?? []
  const members = rosterOn(roster, today).members.countIn(ranges)
  return lessons.map((lesson) => {
    const { _id: id, title, track, minutes, publishedAt } = lesson
    const state = lessonState(lesson, now)
    const { people } = index.tally({ kind: 'lesson', activityId: id, from, to: today }, ranges)
    const canWithdraw = state !== 'shelved' && people === 0
    return {
      id,
      title,
      track,
      minutes,
      state,
      publishedAt: state === 'shelved' ? null : publishedAt,
      people,
      members,
      canWithdraw,
    }
  })
}
