import type { Impact } from '@/contracts/analysis'
import { type KeyCorrection, rekeyed } from './corrections'
import type { Keyed } from './key-change'
import { type HandedIn, type MarkingQuiz, standingMark } from './standing-mark'

export const noImpact: Impact = { papers: 0, touched: 0, rise: 0, fall: 0, nowPass: 0, keptPass: 0 }

/** What a correction does, of two portions of the papers together. */
export const joinImpacts = (a: Impact, b: Impact): Impact => ({
  papers: a.papers + b.papers,
  touched: a.touched + b.touched,
  rise: a.rise + b.rise,
  fall: a.fall + b.fall,
  nowPass: a.nowPass + b.nowPass,
  keptPass: a.keptPass + b.keptPass,
})

/** The quiz as it is once the correction holds. */
export const corrected = <Q extends Keyed & { readonly id: string }, Quiz extends { readonly questions: readonly Q[] }>(
  quiz: Quiz & { readonly questions: readonly Q[]; readonly corrections?: readonly KeyCorrection[] | undefined },
  correction: KeyCorrection,
): Quiz & { questions: Q[]; corrections: KeyCorrection[] } => ({
  ...quiz,
  questions: rekeyed(quiz.questions, correction.questionId, correction.after),
  corrections: [...(quiz.corrections ?? []), correction],
})

/** What a correction does to one paper. A paper that does not fit its quiz counts as a paper and no more: it has no marks, before or after. */
export function impactOn(before: MarkingQuiz, after: MarkingQuiz, questionId: string, paper: HandedIn): Impact {
  const one: Impact = { ...noImpact, papers: 1 }
  if (!paper.dealt.some((dealt) => dealt.questionId === questionId)) return one
  const [was, is] = [standingMark(before, paper), standingMark(after, paper)]
  if (!was.ok || !is.ok) return one
  const more = is.grade.score - was.grade.score
  return {
    ...one,
    touched: 1,
    rise: more > 0 ? 1 : 0,
    fall: more < 0 ? 1 : 0,
    nowPass: is.grade.passed && !was.grade.passed ? 1 : 0,
    keptPass: is.regraded?.keptPass ? 1 : 0,
  }
}
