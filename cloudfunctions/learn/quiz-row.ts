import type { QuizRow } from '@/contracts/learn'
import { attemptState, closingOf, dayOfSeries, mayArriveUntil, quizState, withDeadline } from '@/domain/quiz'
import type { AttemptSummary, QuizSummary } from '../_data/quizzes'

type WithOwn = QuizSummary & { own: readonly AttemptSummary[] }

/** A quiz as lists show it. An attempt that ran out is used, but neither open nor taken. */
function quizRow({ own, ...quiz }: WithOwn, now: number): QuizRow {
  const attempts = own.map((attempt) => withDeadline(quiz, attempt)).sort((a, b) => b.number - a.number)
  const submitted = attempts.filter(({ submission }) => submission !== null)
  const isDaily = quiz.mode === 'daily'
  const today = dayOfSeries(quiz, now)
  const [latest] = attempts
  const until = latest ? mayArriveUntil(quiz, latest, now) : null
  return {
    id: quiz._id,
    title: quiz.title,
    mode: quiz.mode,
    questions: quiz.deal,
    minutes: quiz.minutes,
    partial: quiz.partial,
    closesAt: closingOf(quiz),
    attemptsAllowed: quiz.attemptsAllowed,
    attemptsUsed: isDaily ? attempts.length : (attempts[0]?.number ?? 0),
    openAttemptId: attempts.find((attempt) => attemptState(attempt, now) === 'open')?._id ?? null,
    ...(latest && until !== null && { mayArrive: { attemptId: latest._id, until } }),
    lastAttemptId: submitted[0]?._id ?? null,
    taken: submitted.length > 0,
    today: isDaily ? submitted.some(({ number }) => number === today) : null,
  }
}

/** Those that are open, and of those that were closed by hand the ones in which the caller has an open paper. A daily series may have had its last day. */
export const quizRows = (quizzes: readonly WithOwn[], now: number): QuizRow[] =>
  quizzes
    .map((quiz) => ({ row: quizRow(quiz, now), state: quizState(quiz, now) }))
    .filter(({ row, state }) => state === 'open' || (state === 'closed' && row.openAttemptId !== null))
    .map(({ row }) => row)
