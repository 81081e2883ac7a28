import { makeFact } from '@/domain/participation/fact'
import { placeOn } from '@/domain/people/membership'
import { addDays, dayOf } from '@/domain/time/day'
import type { FactDoc, LessonDoc } from '../../cloudfunctions/_data/documents'
import { earlyDay, wakingInstant } from './calendar'
import { chanceFor } from './chance'
import type { Member } from './members'
import { willingness } from './willingness'

/** Completions of a lesson, from the day after it was published up to `lastDay`. */
export function lessonHistory(
  lesson: LessonDoc,
  members: readonly Member[],
  lastDay: string,
  /** For those whose part is settled: whether they did it. */
  settled: (member: Member) => boolean | null,
): FactDoc[] {
  const chance = chanceFor(lesson._id)
  const days = { from: addDays(dayOf(lesson.publishedAt), 1), to: lastDay }
  return members.flatMap((member) => {
    const likely = chance() < willingness(member, 'lesson')
    const at = wakingInstant(earlyDay(days, chance), chance)
    if (!(settled(member) ?? likely)) return []
    const place = placeOn(member.person, dayOf(at))
    // no member then
    if (!place) return []
    const when = { occurredAt: at, recordedAt: at }
    const person = { id: member.person._id, ...place }
    return [makeFact({ kind: 'lesson', activityId: lesson._id, person, ...when, channel: 'self' })]
  })
}
