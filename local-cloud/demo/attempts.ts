import { deadlineOf, dealPaper, dealSeriesPaper, gradePaper } from '@/domain/quiz'
import { type Rng, seededRng } from '@/domain/random'
import type { AttemptDoc, QuizDoc } from '../../cloudfunctions/_data/documents'
import { fillIn } from './answers'
import { wakingInstant } from './calendar'
import { between } from './chance'
import type { Member } from './members'

/** When somebody sat over a paper. What they answered follows from the seed, so that it need not be made where nobody keeps it. */
export interface Sitting {
  readonly number: number
  readonly seed: number
  readonly dealtAt: number
  /** When it was handed in; null: never. */
  readonly at: number | null
}

interface SittingPlan {
  readonly number: number
  readonly day: string
  /** Of a series: that of the member. */
  readonly seed?: number
  /** How long it takes, in seconds: from, to. */
  readonly takes: readonly [number, number]
  /** The chance that it is never handed in; 0 for the personas. */
  readonly ranOut: number
}

export function planSitting({ persona }: Member, plan: SittingPlan, chance: Rng): Sitting {
  const dealtAt = wakingInstant(plan.day, chance)
  const at = dealtAt + between(plan.takes[0], plan.takes[1], chance) * 1000
  const ranOut = chance() < plan.ranOut && persona === null
  const seed = plan.seed ?? Math.floor(chance() * 4294967296)
  return { number: plan.number, seed, dealtAt, at: ranOut ? null : at }
}

/** One attempt, dealt and graded by the real rules. */
export function fillSitting(
  quiz: QuizDoc,
  { person, skill }: Member,
  { number, seed, dealtAt, at }: Sitting,
): { doc: AttemptDoc; passed: boolean } {
  const { questions, deal, pointsEach, passMark, partial } = quiz
  const dealt =
    quiz.mode === 'daily' ? dealSeriesPaper({ questions, deal, seed, number }) : dealPaper({ questions, deal, seed })
  const answers = fillIn(dealt, questions, skill, seededRng(seed + number))
  const graded = gradePaper({ dealt, questions, answers, pointsEach, passMark, partial })
  if (!graded.ok) throw new Error(`an invented answer was refused: ${graded.reason}`)
  return {
    doc: {
      _id: `${quiz._id}.${person._id}.${number}`,
      quizId: quiz._id,
      personId: person._id,
      owner: `${quiz._id}.${person._id}`,
      number,
      seed,
      dealtAt,
      deadlineAt: deadlineOf(quiz, dealtAt),
      dealt,
      along: false,
      minutes: quiz.minutes,
      openedAt: null,
      draft: null,
      submission: at === null ? null : { at, receivedAt: at, openedAt: dealtAt, answeredAt: at, answers },
      others: [],
    },
    passed: at !== null && graded.passed,
  }
}
