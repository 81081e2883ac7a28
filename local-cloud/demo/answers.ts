import type { Answer } from '@/contracts/quiz'
import type { DealtQuestion } from '@/domain/quiz'
import { type Rng, shuffle } from '@/domain/random'
import type { QuizQuestion } from '../../cloudfunctions/_data/documents'

/** What somebody picks who does not know: one wrong option, or too few or wrong ones of several. */
function guess({ kind, options, key }: QuizQuestion, chance: Rng): number[] {
  const wrong = shuffle(
    options.map((_, index) => index).filter((index) => !key.includes(index)),
    chance,
  )
  if (kind !== 'multiple') return wrong.slice(0, 1)
  const right = shuffle(key, chance)
  return chance() < 0.6 ? right.slice(0, Math.max(1, key.length - 1)) : [...right.slice(0, 1), ...wrong.slice(0, 1)]
}

/** What somebody writes who knows: any of the accepted forms. */
const write = ({ accepted }: QuizQuestion, chance: Rng): string => shuffle(accepted, chance)[0] ?? ''

/** Fills in a paper as someone of this skill (0 … 1) would: harder questions are missed more often, a few are left blank. */
export function fillIn(
  dealt: readonly DealtQuestion[],
  questions: readonly QuizQuestion[],
  skill: number,
  chance: Rng,
): Answer[] {
  const byId = new Map(questions.map((question) => [question.id, question]))
  return dealt.flatMap(({ questionId, order }) => {
    const question = byId.get(questionId)
    if (question === undefined || chance() < 0.02) return []
    const knows = chance() < skill - 0.12 * (question.difficulty - 1)
    if (question.kind === 'fill') return [{ questionId, chosen: [], text: knows ? write(question, chance) : '不清楚' }]
    const original = knows ? question.key : guess(question, chance)
    return [{ questionId, chosen: original.map((index) => order.indexOf(index)).sort((a, b) => a - b) }]
  })
}
