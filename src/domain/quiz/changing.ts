import type { KeyRelease } from '@/contracts/quiz'
import { DAY_MS } from '../time/day'
import { isTooLongSeries } from './making/settings'
import { releaseOf } from './release'
import { closingOf, type QuizTimes, quizState } from './window'

/** A published quiz, as far as changing it goes. */
type Published = QuizTimes & { readonly release: KeyRelease; readonly graceHours: number }

/** How long a closing by hand can be undone, as that of a check-in. */
export const QUIZ_UNDO_MS = 10 * 60_000
/** The longest time for which a quiz may be open. */
const LONGEST_MS = 366 * DAY_MS

/** keysOut: who has seen the keys would go on answering; notLater: an extension goes forward; tooLong; notOpen: there is nothing to close. */
export type ChangeRefusal = 'keysOut' | 'notLater' | 'tooLong' | 'notOpen'

/**
 * Why a quiz cannot be open until `closesAt`; null: it can. It only ever becomes longer: what was promised to members stays. One that was closed by hand, or is over, can
 * go on too, unless its keys are out for everyone since it closed. Keys that come with each result are known to whoever handed in either way.
 */
export function extendRefusal(quiz: Published, closesAt: number, now: number): ChangeRefusal | null {
  if (closesAt <= quiz.closesAt || closesAt <= now) return 'notLater'
  if (closesAt - quiz.opensAt > LONGEST_MS) return 'tooLong'
  if (quiz.mode === 'daily' && isTooLongSeries(quiz.opensAt, closesAt)) return 'tooLong'
  return quiz.release === 'afterClose' && releaseOf(quiz, now).now ? 'keysOut' : null
}

/** Why a quiz cannot be closed by hand now; null: it can. */
export const closeRefusal = (quiz: Published, now: number): ChangeRefusal | null =>
  quizState(quiz, now) === 'open' ? null : 'notOpen'

/** Until when a closing by hand can be undone; null: there was none, or it cannot any more. */
export function quizReopenUntil(quiz: QuizTimes, now: number): number | null {
  if (quiz.closedAt === null || quiz.closedAt === undefined) return null
  const until = Math.min(quiz.closedAt + QUIZ_UNDO_MS, closingOf(quiz))
  return now < until ? until : null
}
