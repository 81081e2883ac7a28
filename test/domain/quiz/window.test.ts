import { describe, expect, it } from 'vitest'
import {
  attemptState,
  attemptsLeft,
  closingOf,
  dayOfSeries,
  deadlineOf,
  nextAttempt,
  paperEnd,
  type QuizTimes,
  quizState,
} from '@/domain/quiz'

// 2026-11-01 00:00 to 2026-12-01 00:00 in Asia/Shanghai
const opensAt = Date.UTC(2026, 9, 31, 16)
const closesAt = Date.UTC(2026, 10, 30, 16)
const quiz: QuizTimes = { mode: 'exam', opensAt, closesAt, minutes: 20, attemptsAllowed: 2 }
const practice: QuizTimes = { ...quiz, mode: 'practice', minutes: 0, attemptsAllowed: 1 }
/** Opens on the 1st at 08:00, and has thirty days. */
const daily: QuizTimes = { ...quiz, mode: 'daily', opensAt: opensAt + 8 * 3_600_000, minutes: 0, attemptsAllowed: 30 }
const noon = Date.UTC(2026, 10, 22, 4)
const midnight = Date.UTC(2026, 10, 22, 16)
const minute = 60_000
const day = 24 * 60 * minute

const attempt = (number: number, dealtAt: number, submitted = false, of = quiz) => ({
  number,
  deadlineAt: deadlineOf(of, dealtAt),
  along: false,
  minutes: of.minutes,
  openedAt: null,
  submission: submitted ? { at: dealtAt + minute } : null,
})

describe('quizState', () => {
  it('opens at its first instant and is closed at its last', () => {
    expect(quizState(quiz, opensAt - 1)).toBe('notOpen')
    expect(quizState(quiz, opensAt)).toBe('open')
    expect(quizState(quiz, closesAt - 1)).toBe('open')
    expect(quizState(quiz, closesAt)).toBe('closed')
  })

  it('a series ends with its last day, or when it closes, whichever is first', () => {
    expect(closingOf(daily)).toBe(closesAt)
    const week = { ...daily, attemptsAllowed: 7 }
    // the 1st to the 7th; the 8th begins at 2026-11-07 16:00 UTC
    expect(closingOf(week)).toBe(Date.UTC(2026, 10, 7, 16))
    expect(quizState(week, Date.UTC(2026, 10, 7, 16) - 1)).toBe('open')
    expect(quizState(week, Date.UTC(2026, 10, 7, 16))).toBe('closed')
    // an attempt's number has two digits
    expect(closingOf({ ...daily, attemptsAllowed: 400, closesAt: closesAt + 400 * day })).toBe(opensAt + 99 * day)
  })
})

describe('dayOfSeries', () => {
  it('counts days of Asia/Shanghai from the day on which the series opens, whatever the hour', () => {
    expect(dayOfSeries(daily, daily.opensAt)).toBe(1)
    expect(dayOfSeries(daily, Date.UTC(2026, 10, 1, 16) - 1)).toBe(1)
    expect(dayOfSeries(daily, Date.UTC(2026, 10, 1, 16))).toBe(2)
    expect(dayOfSeries(daily, noon)).toBe(22)
  })
})

describe('deadlineOf', () => {
  it('is the minutes of the paper, but not beyond the end of the quiz', () => {
    expect(deadlineOf(quiz, noon)).toBe(noon + 1_200_000)
    expect(deadlineOf(quiz, closesAt - 20 * minute)).toBe(closesAt)
    expect(deadlineOf(quiz, closesAt - 5 * minute)).toBe(closesAt)
  })

  it('is the end of the quiz without a time limit, and for a paper taken along', () => {
    expect(deadlineOf({ ...quiz, minutes: 0 }, noon)).toBe(closesAt)
    expect(deadlineOf(quiz, noon, true)).toBe(closesAt)
    expect(deadlineOf(practice, noon)).toBe(closesAt)
  })

  it('of a series is the end of the day, or of its minutes, or of the series', () => {
    expect(deadlineOf(daily, noon)).toBe(midnight)
    expect(deadlineOf(daily, noon, true)).toBe(midnight)
    expect(deadlineOf({ ...daily, minutes: 10 }, noon)).toBe(noon + 600_000)
    expect(deadlineOf({ ...daily, minutes: 10 }, midnight - minute)).toBe(midnight)
    expect(deadlineOf({ ...daily, closesAt: noon + 5 * minute }, noon)).toBe(noon + 5 * minute)
  })
})

describe('attemptState', () => {
  it('is open before its deadline; a submission lasts', () => {
    const begun = attempt(1, noon)
    expect(attemptState(begun, noon + 20 * minute - 1)).toBe('open')
    expect(attemptState(begun, noon + 20 * minute)).toBe('expired')
    expect(attemptState(attempt(1, noon, true), noon + 20 * minute)).toBe('submitted')
  })
})

describe('a paper taken along', () => {
  const along = { ...attempt(1, noon), deadlineAt: closesAt, along: true }

  it('ends with its minutes once somebody has told when it was opened, and never after its deadline', () => {
    expect(paperEnd(along)).toBe(closesAt)
    expect(paperEnd({ ...along, openedAt: noon + 5 * minute })).toBe(noon + 25 * minute)
    expect(paperEnd({ ...along, openedAt: closesAt - minute })).toBe(closesAt)
    expect(paperEnd({ ...along, minutes: 0, openedAt: noon })).toBe(closesAt)
    expect(paperEnd({ ...attempt(1, noon), openedAt: noon - 5 * minute })).toBe(noon + 20 * minute)
  })

  it('is used up when they are over: it does not begin again', () => {
    const opened = { ...along, openedAt: noon }
    expect(attemptState(opened, noon + 20 * minute - 1)).toBe('open')
    expect(attemptState(opened, noon + 20 * minute)).toBe('expired')
    expect(nextAttempt(quiz, [opened], noon + 20 * minute)).toEqual({ next: 'deal', number: 2 })
  })
})

describe('nextAttempt', () => {
  it('refuses outside the time of the quiz', () => {
    expect(nextAttempt(quiz, [], opensAt - 1)).toEqual({ next: 'refuse', code: 'QUIZ_NOT_OPEN' })
    expect(nextAttempt(quiz, [], opensAt)).toEqual({ next: 'deal', number: 1 })
    expect(nextAttempt(quiz, [], closesAt)).toEqual({ next: 'refuse', code: 'QUIZ_CLOSED' })
  })

  it('goes on with the open attempt', () => {
    const attempts = [attempt(1, noon, true), attempt(2, noon + 5 * minute)]
    expect(nextAttempt(quiz, attempts, noon + 10 * minute)).toEqual({ next: 'resume', attempt: attempts[1] })
  })

  it('counts a submitted attempt and one that ran out as used', () => {
    expect(nextAttempt(quiz, [attempt(1, noon, true)], noon + minute)).toEqual({ next: 'deal', number: 2 })
    const ranOut = attempt(1, noon)
    expect(nextAttempt(quiz, [ranOut], noon + 20 * minute)).toEqual({ next: 'deal', number: 2 })
    const both = [attempt(2, noon + 30 * minute), ranOut]
    expect(nextAttempt(quiz, both, noon + 50 * minute)).toEqual({ next: 'refuse', code: 'NO_ATTEMPTS_LEFT' })
  })

  it('leaves none, and not less, when fewer attempts are allowed later', () => {
    const strict = { ...quiz, attemptsAllowed: 1 }
    const both = [attempt(1, noon, true), attempt(2, noon + minute, true)]
    expect(nextAttempt(strict, both, noon + 60 * minute)).toEqual({ next: 'refuse', code: 'NO_ATTEMPTS_LEFT' })
    expect(attemptsLeft(strict, 2, noon)).toBe(0)
  })

  it('deals a practice as often as one likes, up to 99 times', () => {
    expect(nextAttempt(practice, [attempt(41, noon, true, practice)], noon + minute)).toEqual({
      next: 'deal',
      number: 42,
    })
    const last = [attempt(99, noon, true, practice)]
    expect(nextAttempt(practice, last, noon + minute)).toEqual({ next: 'refuse', code: 'NO_ATTEMPTS_LEFT' })
  })

  it('deals one paper of a series a day, numbered by the day; a missed day is no debt', () => {
    expect(nextAttempt(daily, [], noon)).toEqual({ next: 'deal', number: 22 })
    const today = [attempt(22, noon, true, daily), attempt(3, daily.opensAt + 2 * day, true, daily)]
    expect(nextAttempt(daily, today, noon + minute)).toEqual({ next: 'refuse', code: 'NO_ATTEMPTS_LEFT' })
    expect(nextAttempt(daily, today, midnight)).toEqual({ next: 'deal', number: 23 })
    const left = [attempt(22, noon, false, daily)]
    expect(nextAttempt(daily, left, midnight - 1)).toEqual({ next: 'resume', attempt: left[0] })
    expect(nextAttempt(daily, left, midnight)).toEqual({ next: 'deal', number: 23 })
    const brief = { ...daily, minutes: 10 }
    const ranOut = [attempt(22, noon, false, brief)]
    expect(nextAttempt(brief, ranOut, noon + 11 * minute)).toEqual({ next: 'refuse', code: 'NO_ATTEMPTS_LEFT' })
  })
})

describe('attemptsLeft', () => {
  it('is what could still be dealt now', () => {
    expect(attemptsLeft(quiz, 0, noon)).toBe(2)
    expect(attemptsLeft(quiz, 1, noon)).toBe(1)
    expect(attemptsLeft(quiz, 1, closesAt)).toBe(0)
    expect(attemptsLeft(practice, 3, noon)).toBe(96)
    expect(attemptsLeft(daily, 21, noon)).toBe(1)
    expect(attemptsLeft(daily, 22, noon)).toBe(0)
  })
})
