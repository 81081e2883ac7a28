import type { Track } from '@/contracts/lesson'
import { makeFact } from '@/domain/participation/fact'
import { placeOn } from '@/domain/people/membership'
import { addDays, dayOf } from '@/domain/time/day'
import type { FactDoc, LessonDoc } from '../../cloudfunctions/_data/documents'
import { earlyDay, wakingInstant } from './calendar'
import { chanceFor } from './chance'
import type { Member } from './members'
import { willingness } from './willingness'

/** How many of those who open lessons at all complete one of a track. Invented. */
const completes: Record<Track, number> = { required: 0.9, basic: 0.5, elective: 0.25 }

/** Whether somebody opens micro-lessons at all: the same for every lesson, so that twelve of them do not reach everyone. */
const opensLessons = (member: Member): boolean =>
  chanceFor(`lessons.${member.person._id}`)() < willingness(member, 'lesson')

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
    const likely = chance() < completes[lesson.track] && opensLessons(member)
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
