import { placeOn } from '@/domain/people/membership'
import { dayOfSeries } from '@/domain/quiz'
import { addDays, dayOf, startOfDay } from '@/domain/time/day'
import type { AttemptDoc, FactDoc, QuizDoc } from '../../cloudfunctions/_data/documents'
import { inventAttempt } from './attempts'
import { chanceFor } from './chance'
import type { Member } from './members'
import { factOfAttempts } from './quiz-history'
import { willingness } from './willingness'

/** Of those who take quizzes at all, how many follow a daily series, and on how many of its days. Invented. */
const FOLLOWERS = 0.2
const DAYS = 0.4

/** Papers of a daily series and the facts that they make, from its first day up to `lastDay`; those of whom `follows` says no have none. */
export function seriesHistory(
  series: QuizDoc,
  members: readonly Member[],
  lastDay: string,
  follows: (member: Member) => boolean,
): { attempts: AttemptDoc[]; facts: FactDoc[] } {
  const chance = chanceFor(series._id)
  const attempts: AttemptDoc[] = []
  const facts: FactDoc[] = []
  for (const member of members) {
    if (chance() >= FOLLOWERS * willingness(member, 'quiz') || !follows(member)) continue
    const seed = Math.floor(chance() * 4294967296)
    const own: AttemptDoc[] = []
    for (let day = dayOf(series.opensAt); day <= lastDay; day = addDays(day, 1)) {
      if (chance() >= DAYS || placeOn(member.person, day) === null) continue
      const number = dayOfSeries(series, startOfDay(day))
      own.push(inventAttempt(series, member, { number, day, seed, takes: [40, 300], ranOut: 0.02 }, chance).doc)
    }
    attempts.push(...own)
    facts.push(...factOfAttempts(series, member, own))
  }
  return { attempts, facts }
}
