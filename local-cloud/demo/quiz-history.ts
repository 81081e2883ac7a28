import { makeFact } from '@/domain/participation/fact'
import { placeOn } from '@/domain/people/membership'
import { deadlineOf, dealPaper, gradePaper } from '@/domain/quiz'
import type { Rng } from '@/domain/random'
import { addDays, dayOf, type Period } from '@/domain/time/day'
import type { AttemptDoc, FactDoc, QuizDoc } from '../../cloudfunctions/_data/documents'
import { fillIn } from './answers'
import { earlyDay, wakingInstant } from './calendar'
import { between, chanceFor } from './chance'
import type { Member } from './members'
import { willingness } from './willingness'

/** One attempt, dealt and graded by the real rules; a few run out without being handed in. */
function attempt(
  quiz: QuizDoc,
  member: Member,
  number: number,
  day: string,
  chance: Rng,
): { doc: AttemptDoc; passed: boolean } {
  const dealtAt = wakingInstant(day, chance)
  const seed = Math.floor(chance() * 4294967296)
  const dealt = dealPaper({ questions: quiz.questions, deal: quiz.deal, seed })
  const answers = fillIn(dealt, quiz.questions, member.skill, chance)
  const at = dealtAt + between(4 * 60, 18 * 60, chance) * 1000
  const ranOut = number === 1 && member.persona === null && chance() < 0.03
  const graded = gradePaper({
    dealt,
    questions: quiz.questions,
    answers,
    pointsEach: quiz.pointsEach,
    passMark: quiz.passMark,
  })
  if (!graded.ok) throw new Error(`an invented answer was refused: ${graded.reason}`)
  return {
    doc: {
      _id: `${quiz._id}.${member.person._id}.${number}`,
      quizId: quiz._id,
      personId: member.person._id,
      owner: `${quiz._id}.${member.person._id}`,
      number,
      seed,
      dealtAt,
      deadlineAt: deadlineOf(quiz, dealtAt),
      dealt,
      submission: ranOut
        ? null
        : { at, answers: answers.map(({ questionId, chosen }) => ({ questionId, chosen: [...chosen] })) },
    },
    passed: !ranOut && graded.passed,
  }
}

/** A member's attempts, all dealt within `days`. Most of those who did not pass try again a few days later. */
function attemptsOf(quiz: QuizDoc, member: Member, days: Period, chance: Rng): AttemptDoc[] {
  const day = earlyDay(days, chance)
  const first = attempt(quiz, member, 1, day, chance)
  const again = addDays(day, between(1, 3, chance))
  const second = !first.passed && quiz.attemptsAllowed > 1 && again <= days.to && chance() < 0.7
  return second ? [first.doc, attempt(quiz, member, 2, again, chance).doc] : [first.doc]
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
    const { person } = member
    // nobody is dealt a paper on a day on which they are no member
    const own = attemptsOf(quiz, member, days, chance).filter(
      ({ dealtAt }) => dayOf(dealtAt) <= lastDay && placeOn(person, dayOf(dealtAt)) !== null,
    )
    attempts.push(...own)
    // the first paper handed in is the participation; a second one is the same fact
    const at = own.find(({ submission }) => submission !== null)?.submission?.at
    if (at === undefined) continue
    const place = placeOn(person, dayOf(at))
    if (!place) continue
    const when = { occurredAt: at, recordedAt: at }
    facts.push(
      makeFact({ kind: 'quiz', activityId: quiz._id, person: { id: person._id, ...place }, ...when, channel: 'self' }),
    )
  }
  return { attempts, facts }
}

export const likelyTaker = (member: Member, chance: Rng): boolean => chance() < willingness(member, 'quiz')
