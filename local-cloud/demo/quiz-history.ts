import { makeFact } from '@/domain/participation/fact'
import { placeOn } from '@/domain/people/membership'
import type { Rng } from '@/domain/random'
import { addDays, dayOf, type Period } from '@/domain/time/day'
import type { AttemptDoc, FactDoc, QuizDoc } from '../../cloudfunctions/_data/documents'
import { inventAttempt } from './attempts'
import { earlyDay } from './calendar'
import { between, chanceFor } from './chance'
import type { Member } from './members'
import { willingness } from './willingness'

const MINUTE = 60

/** A member's attempts, all dealt within `days`; a few run out. Most of those who did not pass try again a few days later. */
function attemptsOf(quiz: QuizDoc, member: Member, days: Period, chance: Rng): AttemptDoc[] {
  const day = earlyDay(days, chance)
  const takes = [4 * MINUTE, 18 * MINUTE] as const
  const first = inventAttempt(quiz, member, { number: 1, day, takes, ranOut: 0.03 }, chance)
  const again = addDays(day, between(1, 3, chance))
  const second = !first.passed && quiz.attemptsAllowed > 1 && again <= days.to && chance() < 0.7
  if (!second) return [first.doc]
  return [first.doc, inventAttempt(quiz, member, { number: 2, day: again, takes, ranOut: 0 }, chance).doc]
}

/** The fact that someone's attempts at a quiz make: the first paper handed in is the participation, further ones are the same fact. */
export function factOfAttempts(quiz: QuizDoc, { person }: Member, attempts: readonly AttemptDoc[]): FactDoc[] {
  const at = attempts.find(({ submission }) => submission !== null)?.submission?.at
  const place = at === undefined ? null : placeOn(person, dayOf(at))
  if (at === undefined || !place) return []
  const taker = { id: person._id, ...place }
  const when = { occurredAt: at, recordedAt: at }
  return [makeFact({ kind: 'quiz', activityId: quiz._id, person: taker, ...when, channel: 'self' })]
}

/**
 * Attempts at a quiz and the facts that they make, up to `lastDay`.
 * @param days when the quiz takes answers; the days after `lastDay` are still to come
 */
export function quizHistory(
  quiz: QuizDoc,
  members: readonly Member[],
  days: Period,
  lastDay: string,
  takes: (member: Member, chance: Rng) => boolean,
): { attempts: AttemptDoc[]; facts: FactDoc[] } {
  const chance = chanceFor(quiz._id)
  const attempts: AttemptDoc[] = []
  const facts: FactDoc[] = []
  for (const member of members) {
    if (!takes(member, chance)) continue
    // nobody is dealt a paper on a day on which they are no member
    const own = attemptsOf(quiz, member, days, chance).filter(
      ({ dealtAt }) => dayOf(dealtAt) <= lastDay && placeOn(member.person, dayOf(dealtAt)) !== null,
    )
    attempts.push(...own)
    facts.push(...factOfAttempts(quiz, member, own))
  }
  return { attempts, facts }
}

export const likelyTaker = (member: Member, chance: Rng): boolean => chance() < willingness(member, 'quiz')
