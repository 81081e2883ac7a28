import { deadlineOf, dealPaper, dealSeriesPaper, gradePaper } from '@/domain/quiz'
import type { Rng } from '@/domain/random'
import type { AttemptDoc, QuizDoc } from '../../cloudfunctions/_data/documents'
import { fillIn } from './answers'
import { wakingInstant } from './calendar'
import { between } from './chance'
import type { Member } from './members'

interface Sitting {
  readonly number: number
  readonly day: string
  /** Of a series: that of the member. */
  readonly seed?: number
  /** How long it takes, in seconds: from, to. */
  readonly takes: readonly [number, number]
  /** The chance that it is never handed in; 0 for the personas. */
  readonly ranOut: number
}

/** One attempt, dealt and graded by the real rules. */
export function inventAttempt(
  quiz: QuizDoc,
  member: Member,
  sitting: Sitting,
  chance: Rng,
): { doc: AttemptDoc; passed: boolean } {
  const { number, day, takes } = sitting
  const { questions, deal, pointsEach, passMark, partial } = quiz
  const dealtAt = wakingInstant(day, chance)
  const seed = sitting.seed ?? Math.floor(chance() * 4294967296)
  const dealt =
    quiz.mode === 'daily' ? dealSeriesPaper({ questions, deal, seed, number }) : dealPaper({ questions, deal, seed })
  const answers = fillIn(dealt, questions, member.skill, chance)
  const at = dealtAt + between(takes[0], takes[1], chance) * 1000
  const ranOut = chance() < sitting.ranOut && member.persona === null
  const graded = gradePaper({ dealt, questions, answers, pointsEach, passMark, partial })
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
      along: false,
      minutes: quiz.minutes,
      openedAt: null,
      draft: null,
      submission: ranOut ? null : { at, receivedAt: at, openedAt: dealtAt, answeredAt: at, answers },
      others: [],
    },
    passed: !ranOut && graded.passed,
  }
}
