import { placeOn } from '@/domain/people/membership'
import { dayOfSeries } from '@/domain/quiz'
import { addDays, earlierDay, startOfDay } from '@/domain/time/day'
import type { QuizDoc } from '../../cloudfunctions/_data/documents'
import { fillSitting, planSitting, type Sitting } from './attempts'
import type { DemoMonth } from './calendar'
import { chanceFor } from './chance'
import { factOfSittings, type Taken } from './quiz-history'
import type { World } from './world'

/** Of those who take quizzes at all, how many follow a daily series, and on how many of its days. Invented. */
const FOLLOWERS = 0.2
const DAYS = 0.4

/** Papers of a month's daily series and the facts that they make, up to yesterday; the personas who are to try this month's out have none of it. */
export function* seriesHistory(series: QuizDoc, month: DemoMonth, world: World): Generator<Taken> {
  const { plan, calendar, members, willingness } = world
  const lastDay = earlierDay(month.days.to, calendar.history.to)
  for (const member of members) {
    const chance = chanceFor(`${series._id} ${member.person._id}`)
    const follows = chance() < FOLLOWERS && willingness.takesPart(member, 'quiz', month, chance)
    if (!follows || (member.persona?.stillToDo && month.ago === 0)) continue
    const seed = Math.floor(chance() * 4294967296)
    const sittings: Sitting[] = []
    for (let day = month.days.from; day <= lastDay; day = addDays(day, 1)) {
      if (chance() >= DAYS || placeOn(member.person, day) === null) continue
      const number = dayOfSeries(series, startOfDay(day))
      sittings.push(planSitting(member, { number, day, seed, takes: [40, 300], ranOut: 0.02 }, chance))
    }
    const keeps = month.ago < plan.paperMonths
    yield {
      attempts: keeps ? sittings.map((sitting) => fillSitting(series, member, sitting).doc) : [],
      facts: factOfSittings(series, member, sittings),
    }
  }
}
