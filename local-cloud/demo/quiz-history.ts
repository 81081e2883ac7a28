import { makeFact } from '@/domain/participation/fact'
import { placeOn } from '@/domain/people/membership'
import type { Rng } from '@/domain/random'
import { addDays, dayOf } from '@/domain/time/day'
import type { AttemptDoc, FactDoc, QuizDoc } from '../../cloudfunctions/_data/documents'
import { fillSitting, planSitting, type Sitting } from './attempts'
import { type DemoMonth, earlyDay } from './calendar'
import { between, chanceFor } from './chance'
import type { Member } from './members'
import type { World } from './world'

const MINUTE = 60
const TAKES = [4 * MINUTE, 18 * MINUTE] as const

/** What a member did with a quiz. */
export interface Taken {
  /** Empty where papers are not kept. */
  readonly attempts: AttemptDoc[]
  readonly facts: FactDoc[]
}

/** Nobody is dealt a paper on a day that is still to come, or on which they are no member. */
const canSit = ({ person }: Member, { dealtAt }: Sitting, lastDay: string): boolean =>
  dayOf(dealtAt) <= lastDay && placeOn(person, dayOf(dealtAt)) !== null

/** The fact that someone's papers make: the first that was handed in is the participation, further ones are the same fact. */
export function factOfSittings(quiz: QuizDoc, { person }: Member, sittings: readonly Sitting[]): FactDoc[] {
  const at = sittings.find((sitting) => sitting.at !== null)?.at ?? null
  const place = at === null ? null : placeOn(person, dayOf(at))
  if (at === null || !place) return []
  const taker = { id: person._id, ...place }
  const when = { occurredAt: at, recordedAt: at }
  return [makeFact({ kind: 'quiz', activityId: quiz._id, person: taker, ...when, channel: 'self' })]
}

/** A member's attempts; a few run out. Most of those who did not pass try again a few days later. */
function takenBy(quiz: QuizDoc, member: Member, { days, ago }: DemoMonth, world: World, chance: Rng): Taken {
  const lastDay = world.calendar.history.to
  const keeps = ago < world.plan.paperMonths
  const day = earlyDay(days, chance)
  const first = planSitting(member, { number: 1, day, takes: TAKES, ranOut: 0.03 }, chance)
  const againOn = addDays(day, between(1, 3, chance))
  const again = planSitting(member, { number: 2, day: againOn, takes: TAKES, ranOut: 0 }, chance)
  const wouldTry = quiz.attemptsAllowed > 1 && againOn <= days.to && chance() < 0.7
  if (!canSit(member, first, lastDay)) return { attempts: [], facts: [] }
  const paper = keeps ? fillSitting(quiz, member, first) : null
  // whose first paper counts takes part once, whether or not they try again
  const triesAgain = wouldTry && !(paper ? paper.passed : first.at !== null) && canSit(member, again, lastDay)
  return {
    attempts: paper ? [paper.doc, ...(triesAgain ? [fillSitting(quiz, member, again).doc] : [])] : [],
    facts: factOfSittings(quiz, member, triesAgain ? [first, again] : [first]),
  }
}

/** Whether the personas who are to try it out have taken a quiz: all but this month's. */
const settled = ({ persona }: Member, { ago }: DemoMonth): boolean | null => (persona?.stillToDo ? ago > 0 : null)

/** What everyone did with a month's quiz, up to yesterday. */
export function* quizHistory(quiz: QuizDoc, month: DemoMonth, world: World): Generator<Taken> {
  for (const member of world.members) {
    const chance = chanceFor(`${quiz._id} ${member.person._id}`)
    const likely = world.willingness.takesPart(member, 'quiz', month, chance)
    if (settled(member, month) ?? likely) yield takenBy(quiz, member, month, world, chance)
  }
}
