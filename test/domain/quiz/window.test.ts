import { describe, expect, it } from 'vitest'
import { attemptState, attemptsLeft, deadlineOf, decideSubmission, nextAttempt, quizState } from '@/domain/quiz'

// 2026-11-01 00:00 to 2026-12-01 00:00 in Asia/Shanghai
const opensAt = Date.UTC(2026, 9, 31, 16)
const closesAt = Date.UTC(2026, 10, 30, 16)
const quiz = { opensAt, closesAt, minutes: 20, attemptsAllowed: 2 }
const noon = Date.UTC(2026, 10, 22, 4)
const minute = 60_000

const attempt = (number: number, dealtAt: number, submitted = false) => ({
  number,
  deadlineAt: deadlineOf(quiz, dealtAt),
  submission: submitted ? { at: dealtAt + minute } : null,
})

describe('quizState', () => {
  it('opens at its first instant and is closed at its last', () => {
    expect(quizState(quiz, opensAt - 1)).toBe('notOpen')
    expect(quizState(quiz, opensAt)).toBe('open')
    expect(quizState(quiz, closesAt - 1)).toBe('open')
    expect(quizState(quiz, closesAt)).toBe('closed')
  })
})

describe('deadlineOf', () => {
  it('is the minutes of the paper, but not beyond the end of the quiz', () => {
    expect(deadlineOf(quiz, noon)).toBe(noon + 1_200_000)
    expect(deadlineOf(quiz, closesAt - 20 * minute)).toBe(closesAt)
    expect(deadlineOf(quiz, closesAt - 5 * minute)).toBe(closesAt)
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
    expect(attemptsLeft(quiz, both)).toBe(0)
    expect(attemptsLeft(quiz, [ranOut])).toBe(1)
  })

  it('leaves none, and not less, when fewer attempts are allowed later', () => {
    const strict = { ...quiz, attemptsAllowed: 1 }
    const both = [attempt(1, noon, true), attempt(2, noon + minute, true)]
    expect(attemptsLeft(strict, both)).toBe(0)
    expect(nextAttempt(strict, both, noon + 60 * minute)).toEqual({ next: 'refuse', code: 'NO_ATTEMPTS_LEFT' })
  })
})

describe('decideSubmission', () => {
  it('accepts until 30 seconds after the deadline', () => {
    const begun = attempt(1, noon)
    const deadline = noon + 20 * minute
    expect(decideSubmission(quiz, begun, deadline + 30_000)).toEqual({ submission: 'accept' })
    expect(decideSubmission(quiz, begun, deadline + 30_001)).toEqual({ submission: 'refuse', code: 'ATTEMPT_EXPIRED' })
  })

  it('says that the quiz is over when it is, but takes a paper that was under way', () => {
    const late = attempt(1, closesAt - 5 * minute)
    expect(decideSubmission(quiz, late, closesAt + 10_000)).toEqual({ submission: 'accept' })
    expect(decideSubmission(quiz, late, closesAt + 30_001)).toEqual({ submission: 'refuse', code: 'QUIZ_CLOSED' })
    expect(decideSubmission(quiz, attempt(1, noon), closesAt)).toEqual({ submission: 'refuse', code: 'QUIZ_CLOSED' })
  })

  it('answers a repeat as before, at any time', () => {
    expect(decideSubmission(quiz, attempt(1, noon, true), closesAt + minute)).toEqual({ submission: 'repeat' })
  })
})
