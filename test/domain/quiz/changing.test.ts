import { describe, expect, it } from 'vitest'
import {
  attemptState,
  attemptsLeft,
  closeRefusal,
  extendRefusal,
  nextAttempt,
  quizReopenUntil,
  quizState,
  withDeadline,
} from '@/domain/quiz'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** 2026-11-10 10:00 in Asia/Shanghai. */
const NOW = Date.UTC(2026, 10, 10, 2)
const quiz = {
  mode: 'exam' as const,
  opensAt: NOW - 24 * HOUR,
  closesAt: NOW + 24 * HOUR,
  minutes: 0,
  attemptsAllowed: 2,
  closedAt: null as number | null,
  release: 'afterClose' as 'afterClose' | 'atOnce',
  graceHours: 2,
}
const attempt = {
  number: 1,
  dealtAt: NOW - HOUR,
  deadlineAt: NOW + 24 * HOUR,
  along: false,
  minutes: 0,
  openedAt: null,
  submission: null,
}

describe('a quiz that is closed by hand', () => {
  const closed = { ...quiz, closedAt: NOW }
  it('deals no new paper, also to somebody with attempts left', () => {
    expect(quizState(closed, NOW - 1)).toBe('open')
    expect(quizState(closed, NOW)).toBe('closed')
    expect(attemptsLeft(closed, 0, NOW)).toBe(0)
    expect(nextAttempt(closed, [], NOW)).toEqual({ next: 'refuse', code: 'QUIZ_CLOSED' })
  })
  it('lets go on who has an open paper, until its deadline', () => {
    expect(nextAttempt(closed, [attempt], NOW + 23 * HOUR)).toEqual({ next: 'resume', attempt })
    expect(nextAttempt(closed, [attempt], NOW + 24 * HOUR)).toEqual({ next: 'refuse', code: 'QUIZ_CLOSED' })
  })
  it('can be opened again for ten minutes, but not beyond its end', () => {
    expect(quizReopenUntil(closed, NOW + 9 * MINUTE)).toBe(NOW + 10 * MINUTE)
    expect(quizReopenUntil(closed, NOW + 10 * MINUTE)).toBeNull()
    expect(quizReopenUntil({ ...closed, closesAt: NOW + 3 * MINUTE }, NOW + MINUTE)).toBe(NOW + 3 * MINUTE)
    expect(quizReopenUntil(quiz, NOW)).toBeNull()
  })
  it('can be closed while it is open, and at no other time', () => {
    expect(closeRefusal(quiz, NOW)).toBeNull()
    expect(closeRefusal(closed, NOW)).toBe('notOpen')
    expect(closeRefusal(quiz, NOW - 25 * HOUR)).toBe('notOpen')
  })
})

describe('a quiz that is extended', () => {
  const until = NOW + 48 * HOUR
  it('only becomes longer, by a year at most', () => {
    expect(extendRefusal(quiz, until, NOW)).toBeNull()
    expect(extendRefusal(quiz, quiz.closesAt, NOW)).toBe('notLater')
    expect(extendRefusal({ ...quiz, closesAt: NOW - HOUR }, NOW - 1, NOW)).toBe('notLater')
    expect(extendRefusal(quiz, NOW + 400 * 24 * HOUR, NOW)).toBe('tooLong')
  })
  it('of a paper a day has 99 at most: no day without one, though it says that it is open', () => {
    const daily = { ...quiz, mode: 'daily' as const, attemptsAllowed: 3 }
    // opened on the 9th: the 99th day is 98 days later
    const lastDay = Date.UTC(2026, 10, 9 - 1 + 99, 16)
    expect(extendRefusal(daily, lastDay, NOW)).toBeNull()
    expect(extendRefusal(daily, lastDay + 1, NOW)).toBe('tooLong')
  })
  it('goes on after its end until its keys are out', () => {
    // closed an hour ago, and papers may still arrive for another hour
    const over = { ...quiz, closesAt: NOW - HOUR }
    expect(extendRefusal(over, until, NOW)).toBeNull()
    expect(extendRefusal(over, until, NOW + HOUR)).toBe('keysOut')
    expect(extendRefusal({ ...over, release: 'atOnce' }, until, NOW + HOUR)).toBeNull()
  })
  it('gives papers that end with it the later deadline, and those with minutes theirs', () => {
    const extended = { ...quiz, closesAt: until }
    const later = withDeadline(extended, attempt)
    expect(later.deadlineAt).toBe(until)
    // whose time was over with the old end goes on
    expect([attemptState(attempt, NOW + 30 * HOUR), attemptState(later, NOW + 30 * HOUR)]).toEqual(['expired', 'open'])
    const timed = { ...attempt, minutes: 20, deadlineAt: NOW - 40 * MINUTE }
    expect(withDeadline({ ...extended, minutes: 20 }, timed)).toBe(timed)
    // dealt five minutes before the old end, with twenty minutes: cut then, whole now
    const cut = { ...timed, dealtAt: quiz.closesAt - 5 * MINUTE, deadlineAt: quiz.closesAt }
    expect(withDeadline({ ...extended, minutes: 20 }, cut).deadlineAt).toBe(quiz.closesAt + 15 * MINUTE)
  })
  it('makes no deadline earlier, whatever becomes of the quiz', () => {
    expect(withDeadline({ ...quiz, closesAt: 0 }, attempt)).toBe(attempt)
  })
  it('a paper of a series keeps its day', () => {
    const series = { ...quiz, mode: 'daily' as const, attemptsAllowed: 3, closesAt: until }
    // dealt on the 10th: until the end of the 10th
    const ofToday = { ...attempt, deadlineAt: Date.UTC(2026, 10, 10, 16) }
    expect(withDeadline({ ...series, closesAt: until + 72 * HOUR, attemptsAllowed: 6 }, ofToday)).toBe(ofToday)
  })
})
