import type { Track } from '@/contracts/lesson'
import { makeFact } from '@/domain/participation/fact'
import { placeOn } from '@/domain/people/membership'
import { addDays, dayOf, earlierDay, monthOf } from '@/domain/time/day'
import type { FactDoc, LessonDoc } from '../../cloudfunctions/_data/documents'
import { type DemoMonth, earlyDay, monthsAgo, wakingInstant } from './calendar'
import { chanceFor } from './chance'
import type { World } from './world'

/** How many of those who open lessons at all complete one of a track. Invented. */
const completes: Record<Track, number> = { required: 0.9, basic: 0.5, elective: 0.25 }
/** Nearly everyone who completes a lesson does so within so many days; the others any time later. */
const FRESH_DAYS = 60
const LATER = 0.1

/**
 * Completions of a lesson, from the day after it was published up to yesterday.
 * @param newest the one that the personas have still before them; all others they have completed
 */
export function* lessonHistory(lesson: LessonDoc, newest: boolean, world: World): Generator<FactDoc> {
  const { calendar, members, willingness } = world
  const lastDay = calendar.history.to
  const from = addDays(dayOf(lesson.publishedAt), 1)
  const fresh = { from, to: earlierDay(lastDay, addDays(from, FRESH_DAYS)) }
  for (const member of members) {
    const chance = chanceFor(`${lesson._id} ${member.person._id}`)
    const at = wakingInstant(earlyDay(chance() < LATER ? { from, to: lastDay } : fresh, chance), chance)
    const day = dayOf(at)
    const month: DemoMonth = {
      month: monthOf(day),
      days: { from: day, to: day },
      ago: monthsAgo(day, calendar.today),
    }
    const likely = chance() < completes[lesson.track] && willingness.isOneWho(member, 'lesson', month)
    const settled = member.persona?.stillToDo ? !newest : null
    const place = placeOn(member.person, day)
    // no member then
    if (!(settled ?? likely) || !place) continue
    const person = { id: member.person._id, ...place }
    yield makeFact({
      ...{ kind: 'lesson', activityId: lesson._id, person, channel: 'self' },
      ...{ occurredAt: at, recordedAt: at },
    })
  }
}
