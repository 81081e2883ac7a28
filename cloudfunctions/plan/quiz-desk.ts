import type { QuizDesk } from '@/contracts/plan'
import { extendRefusal, quizReopenUntil, quizState } from '@/domain/quiz'
import type { OrganisationDoc, QuizDoc } from '../_data/documents'
import { hasBegun } from '../_data/quiz-desk'
import { refuse } from '../_kit/refusal'
import { deskRows } from './desk-row'

/** What the desk shows of a published quiz, and what can be done with it now. */
export async function deskOf(quiz: QuizDoc, org: OrganisationDoc, now: number): Promise<QuizDesk> {
  const { questions, ...listed } = quiz
  const [rows, begun] = await Promise.all([
    deskRows(org._id, [{ ...listed, pool: questions.length, org: [org] }], now),
    hasBegun(quiz._id),
  ])
  return {
    now,
    row: rows[0] ?? refuse('NOT_FOUND'),
    minutes: quiz.minutes,
    attempts: quiz.attemptsAllowed,
    partial: quiz.partial,
    release: quiz.release,
    graceHours: quiz.graceHours,
    pointsEach: quiz.pointsEach,
    passMark: quiz.passMark,
    canWithdraw: !begun,
    // whether there is any later end to which it could be extended
    canExtend: extendRefusal(quiz, Math.max(quiz.closesAt, now) + 1, now) === null,
    canClose: quizState(quiz, now) === 'open',
    reopenUntil: quizReopenUntil(quiz, now),
  }
}
