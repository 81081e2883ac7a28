import type { Impact } from '@/contracts/analysis'
import { canMakeQuiz } from '@/domain/people'
import { corrected, impactOn, joinImpacts, type KeyCorrection, noImpact } from '@/domain/quiz/keys'
import type { QuizDoc } from '../../_data/documents'
import { countTakers, findCorrection, handedInAfter, holdKey, keepImpact } from '../../_data/key-corrections'
import { orderKeyNotice } from '../../_data/key-notices'
import { findQuiz } from '../../_data/quizzes'
import type { JobKindWork, Stepped } from '../job-kind'

/** What was asked for: what a proposed key does (`apply` false), or that it hold. */
export interface RegradeInput {
  readonly correctionId: string
  readonly apply: boolean
}

/** How far it is: the last attempt looked at, and what came of those so far. `ended`: that was the last. */
export interface RegradeCheckpoint {
  readonly after: string
  readonly impact: Impact
  /** About how many papers there are; null: nobody knows. */
  readonly total: number | null
  readonly ended: boolean
}

const PAPERS_A_STEP = 200
export const CORRECTED_MEANWHILE = '这期间另一道题的答案更正已经生效，先前算的影响不准了。请重新更正一次。'
const GONE = '没有找到这次答题或这道题，可能已经撤下。'

/**
 * Goes through all papers of a quiz and counts what a corrected key does to them. Marks are derived from the quiz, so nothing is written for any paper: until the last step everybody
 * sees the old marks, and the last step is one write of one document, the quiz, after which everybody sees the new ones. So there is nothing that could be half visible,
 * wherever it dies, and a paper that is handed in meanwhile is marked by the keys that hold when it is looked at.
 */
export const regradeWork: JobKindWork<RegradeInput, RegradeCheckpoint> = {
  may: ({ caller, orgPath }) => canMakeQuiz(caller, orgPath),
  async step(checkpoint, { input, now }): Promise<Stepped<RegradeCheckpoint>> {
    const proposal = await findCorrection(input.correctionId)
    const quiz = proposal && (await findQuiz(proposal.quizId))
    if (!proposal || !quiz) return { go: 'failed', problem: GONE }
    const { _id: id, questionId, before, after, reason, by, base } = proposal
    const at = checkpoint ?? (await begin(quiz))
    // a worker that died after the last write finds that it holds
    if (quiz.corrections?.some((one) => one.id === id)) {
      await orderKeyNotice(quiz, id, now)
      return { go: 'done', result: null, done: at.impact.papers }
    }
    if ((quiz.keyVersion ?? 0) !== base) return { go: 'failed', problem: CORRECTED_MEANWHILE }
    const correction: KeyCorrection = { id, questionId, before, after, reason, by, at: now, impact: at.impact }
    if (at.ended) return await finish(quiz, correction, input.apply)
    return await goOn(quiz, correction, at)
  },
}

const begin = async ({ _id }: QuizDoc): Promise<RegradeCheckpoint> => ({
  after: '',
  impact: noImpact,
  // a practice has no facts; and not knowing it keeps nobody from going on
  total: (await countTakers(_id).catch(() => null)) || null,
  ended: false,
})

async function goOn(
  quiz: QuizDoc,
  correction: KeyCorrection,
  at: RegradeCheckpoint,
): Promise<Stepped<RegradeCheckpoint>> {
  const then = corrected(quiz, correction)
  const { rows, more } = await handedInAfter(quiz._id, at.after, PAPERS_A_STEP)
  const impact = rows
    .map(({ dealt, submission: { answers, keyVersion } }) =>
      impactOn(quiz, then, correction.questionId, { dealt, answers, keyVersion }),
    )
    .reduce(joinImpacts, at.impact)
  const last = rows[rows.length - 1]
  const total = at.total && Math.max(at.total, impact.papers)
  const checkpoint = { after: last?._id ?? at.after, impact, total, ended: !more }
  return { go: 'on', checkpoint, done: impact.papers, total }
}

async function finish(quiz: QuizDoc, correction: KeyCorrection, apply: boolean): Promise<Stepped<RegradeCheckpoint>> {
  const { id, impact } = correction
  await keepImpact(id, impact)
  if (apply && !(await holdKey(quiz, correction)) && !(await holds(quiz._id, id))) {
    return { go: 'failed', problem: CORRECTED_MEANWHILE }
  }
  // a worker that dies before this finds that the key holds, and gives the same order
  if (apply) await orderKeyNotice(quiz, id, correction.at)
  return { go: 'done', result: null, done: impact.papers }
}

/** Another worker on the same job may have been faster. */
const holds = async (quizId: string, correctionId: string): Promise<boolean> =>
  (await findQuiz(quizId))?.corrections?.some(({ id }) => id === correctionId) ?? false
