import type { PartialRule } from '@/contracts/quiz'
import { type GivenAnswer, type GradedPaper, gradePaper } from '../grade'
import type { DealtQuestion, Question } from '../question'
import { type KeyCorrection, questionsBefore } from './corrections'
import type { Keyed } from './key-change'

type KeyedQuestion = Pick<Question, 'id' | 'kind'> & Keyed

/** A quiz as far as marks are derived from it. */
export interface MarkingQuiz {
  readonly questions: readonly KeyedQuestion[]
  readonly corrections?: readonly KeyCorrection[] | undefined
  readonly pointsEach: number
  readonly passMark: number
  readonly partial: PartialRule
}

export interface HandedIn {
  readonly dealt: readonly DealtQuestion[]
  readonly answers: readonly GivenAnswer[]
  /**
   * How many corrections held when its bearer was first told the marks; absent: none. No time says that: a paper may come while a correction is being written, and
   * clocks differ.
   */
  readonly keyVersion?: number | undefined
}

/** What became of a paper by keys that were corrected after it was handed in. */
export interface Regraded {
  /** Points by the keys that held when it came. */
  readonly before: number
  readonly passedBefore: boolean
  /** Passed because that was told once, though by the newest keys the points are too few. */
  readonly keptPass: boolean
  /** Corrections of its questions since it came, oldest first. */
  readonly corrections: readonly KeyCorrection[]
}

export type StandingMark = { ok: true; grade: GradedPaper; regraded: Regraded | null } | { ok: false }

/**
 * The marks of a paper as they stand: points by the newest keys, upwards or downwards; a pass that was told at any time since the paper came stays. The one place where
 * marks are made of a paper and the history of keys: results, lists and corrections agree because they all ask here.
 */
export function standingMark(quiz: MarkingQuiz, paper: HandedIn): StandingMark {
  const { dealt, answers, keyVersion = 0 } = paper
  const { corrections: all = [], pointsEach, passMark, partial, questions } = quiz
  const gradeBy = (by: readonly KeyedQuestion[]) =>
    gradePaper({ dealt, questions: by, answers, pointsEach, passMark, partial })
  const newest = gradeBy(questions)
  if (!newest.ok) return { ok: false }
  const onPaper = new Set(dealt.map(({ questionId }) => questionId))
  const corrections = all.slice(keyVersion).filter(({ questionId }) => onPaper.has(questionId))
  if (corrections.length === 0) return { ok: true, grade: newest, regraded: null }
  // the keys as they were before each of the corrections, from the first on
  const earlier = corrections.map((_, i) => gradeBy(questionsBefore(questions, corrections.slice(i))))
  const [first] = earlier
  if (!first?.ok) return { ok: false }
  const told = earlier.some((grade) => grade.ok && grade.passed)
  return {
    ok: true,
    grade: { ...newest, passed: newest.passed || told },
    regraded: {
      before: first.score,
      passedBefore: first.passed,
      keptPass: told && !newest.passed,
      corrections,
    },
  }
}
