import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arriveByOf,
  type Claims,
  deadlineOf,
  decideSubmission,
  earliestOpening,
  mayArriveUntil,
  possibleClaims,
  type QuizTimes,
} from '@/domain/quiz'

const opensAt = Date.UTC(2026, 9, 31, 16)
const closesAt = Date.UTC(2026, 10, 30, 16)
const noon = Date.UTC(2026, 10, 22, 4)
const minute = 60_000
const hour = 60 * minute
const quiz = {
  mode: 'exam',
  opensAt,
  closesAt,
  minutes: 20,
  attemptsAllowed: 2,
  graceHours: 24,
} as const satisfies QuizTimes & {
  graceHours: number
}
const strict = { ...quiz, graceHours: 0 }
const none: Claims = { openedAt: null, answeredAt: null }
const answered = (answeredAt: number, openedAt: number | null = null): Claims => ({ openedAt, answeredAt })

const dealt = (dealtAt: number, along = false, of: QuizTimes = quiz) => ({
  dealtAt,
  deadlineAt: deadlineOf(of, dealtAt, along),
  along,
  minutes: of.minutes,
  openedAt: null as number | null,
  submission: null as object | null,
})
const deadline = noon + 20 * minute

describe('possibleClaims', () => {
  it('cuts what cannot be: before the dealing, in the future, opened after it was answered', () => {
    const attempt = { dealtAt: noon }
    const now = noon + 10 * minute
    expect(possibleClaims(none, attempt, now)).toEqual(none)
    expect(possibleClaims(answered(now + hour, noon - hour), attempt, now)).toEqual(answered(now, noon))
    expect(possibleClaims(answered(noon + minute, noon + 5 * minute), attempt, now)).toEqual(
      answered(noon + minute, noon + minute),
    )
    expect(possibleClaims({ openedAt: now + hour, answeredAt: null }, attempt, now).openedAt).toBe(now)
  })
})

describe('decideSubmission, as it arrives', () => {
  it('accepts until 30 seconds after the deadline, and counts within the time of the paper', () => {
    expect(decideSubmission(strict, dealt(noon), none, noon + minute)).toEqual({
      submission: 'accept',
      at: noon + minute,
      claims: none,
    })
    expect(decideSubmission(strict, dealt(noon), none, deadline + 30_000)).toMatchObject({ at: deadline - 1 })
    expect(decideSubmission(strict, dealt(noon), none, deadline + 30_001)).toEqual({
      submission: 'refuse',
      code: 'ATTEMPT_EXPIRED',
    })
  })

  it('says that the quiz is over when it is, but takes a paper that was under way', () => {
    const late = dealt(closesAt - 5 * minute)
    expect(decideSubmission(quiz, late, none, closesAt + 10_000)).toMatchObject({ at: closesAt - 1 })
    expect(decideSubmission(quiz, late, none, closesAt + 30_001)).toMatchObject({ code: 'QUIZ_CLOSED' })
    expect(decideSubmission(quiz, dealt(noon), none, closesAt)).toMatchObject({ code: 'QUIZ_CLOSED' })
  })

  it('answers what was handed in before as before, at any time', () => {
    const submitted = { ...dealt(noon), submission: {} }
    expect(decideSubmission(quiz, submitted, none, closesAt + 40 * hour)).toEqual({ submission: 'again' })
  })

  it('needs no network at midnight: a paper of a day that arrives in the grace belongs to that day', () => {
    const midnight = Date.UTC(2026, 10, 22, 16)
    const daily = { ...quiz, mode: 'daily' as const, minutes: 0, attemptsAllowed: 30 }
    expect(decideSubmission(daily, dealt(noon, false, daily), none, midnight + 5000)).toMatchObject({
      at: midnight - 1,
    })
  })
})

describe('decideSubmission, answered without a network', () => {
  it('takes a paper answered in time until a day later, and counts when it was answered', () => {
    expect(arriveByOf(quiz, deadline)).toBe(deadline + 24 * hour)
    const decision = decideSubmission(quiz, dealt(noon), answered(noon + 15 * minute), deadline + 24 * hour)
    expect(decision).toEqual({
      submission: 'accept',
      at: noon + 15 * minute,
      claims: answered(noon + 15 * minute),
    })
    expect(decideSubmission(quiz, dealt(noon), answered(noon + 15 * minute), deadline + 24 * hour + 1)).toMatchObject({
      code: 'ATTEMPT_EXPIRED',
    })
  })

  it('takes what the phone itself handed in at the last second, a little late by its own clock', () => {
    const claim = answered(deadline + 400)
    expect(decideSubmission(quiz, dealt(noon), claim, deadline + hour)).toMatchObject({ at: deadline - 1 })
    expect(decideSubmission(quiz, dealt(noon), answered(deadline + 30_001), deadline + hour)).toMatchObject({
      code: 'ATTEMPT_EXPIRED',
    })
  })

  it('may arrive after the quiz has closed, within its grace; then the quiz is over', () => {
    const attempt = dealt(closesAt - 10 * minute)
    const claim = answered(closesAt - 2 * minute)
    expect(decideSubmission(quiz, attempt, claim, closesAt + 23 * hour)).toMatchObject({ at: closesAt - 2 * minute })
    expect(decideSubmission(quiz, attempt, claim, closesAt + 25 * hour)).toMatchObject({ code: 'QUIZ_CLOSED' })
  })

  it('is not taken late where the quiz allows no grace', () => {
    expect(decideSubmission(strict, dealt(noon), answered(noon + minute), deadline + 30_001)).toMatchObject({
      submission: 'refuse',
    })
    expect(decideSubmission(strict, dealt(noon), answered(noon + minute), deadline + 30_000)).toMatchObject({
      at: noon + minute,
    })
  })

  it('does not believe a phone whose clock is ahead or behind beyond what can be', () => {
    expect(decideSubmission(quiz, dealt(noon), answered(noon - 5 * hour), noon + minute)).toMatchObject({ at: noon })
    expect(decideSubmission(quiz, dealt(noon), answered(noon + 5 * hour), noon + minute)).toMatchObject({
      at: noon + minute,
    })
  })
})

describe('decideSubmission, taken along', () => {
  const along = dealt(noon, true)
  const opened = noon + 30 * hour

  it('has its minutes from when it was opened', () => {
    expect(along.deadlineAt).toBe(closesAt)
    const claim = answered(opened + 19 * minute, opened)
    expect(decideSubmission(quiz, along, claim, opened + 5 * hour)).toEqual({
      submission: 'accept',
      at: opened + 19 * minute,
      claims: claim,
    })
    // handed in by the phone at the last second: within the minutes
    expect(decideSubmission(quiz, along, answered(opened + 20 * minute + 900, opened), opened + hour)).toMatchObject({
      at: opened + 20 * minute - 1,
    })
  })

  it('that took longer is over itself, also when the quiz is too', () => {
    const claim = answered(opened + 21 * minute, opened)
    expect(decideSubmission(quiz, along, claim, opened + hour)).toMatchObject({ code: 'ATTEMPT_EXPIRED' })
    expect(decideSubmission(quiz, along, claim, closesAt + hour)).toMatchObject({ code: 'ATTEMPT_EXPIRED' })
  })

  it('without a word of when it was opened has its minutes from when it was dealt', () => {
    expect(decideSubmission(quiz, along, none, noon + 20 * minute)).toMatchObject({ submission: 'accept' })
    expect(decideSubmission(quiz, along, none, noon + 21 * minute)).toMatchObject({ code: 'ATTEMPT_EXPIRED' })
    const endless = dealt(noon, true, { ...quiz, minutes: 0 })
    expect(decideSubmission(quiz, endless, none, closesAt - 1)).toMatchObject({ at: closesAt - 1 })
  })

  it('opened again later, or on another phone, has no new minutes: the earliest opening counts', () => {
    const told = { ...along, openedAt: opened }
    const again = answered(opened + 30 * minute, opened + 15 * minute)
    expect(decideSubmission(quiz, told, again, opened + hour)).toMatchObject({ code: 'ATTEMPT_EXPIRED' })
    expect(decideSubmission(quiz, told, answered(opened + 19 * minute), opened + hour)).toMatchObject({
      at: opened + 19 * minute,
    })
    // a phone that opened it before, without a network
    const before = answered(opened + 10 * minute, opened - 15 * minute)
    expect(decideSubmission(quiz, told, before, opened + hour)).toMatchObject({ code: 'ATTEMPT_EXPIRED' })
  })

  it('opened just before the end has until the end', () => {
    const claim = answered(closesAt + minute, closesAt - minute)
    expect(decideSubmission(quiz, along, claim, closesAt + 2 * hour)).toMatchObject({ code: 'QUIZ_CLOSED' })
  })
})

describe('when a paper was opened first', () => {
  const at = (openedAt: number | null, said: number | null) =>
    earliestOpening({ dealtAt: noon, openedAt }, said, noon + hour)
  it('is the earliest that was said, as far as it can be', () => {
    expect(at(null, null)).toBeNull()
    expect(at(noon + 5, null)).toBe(noon + 5)
    expect(at(null, noon + 7)).toBe(noon + 7)
    expect(at(noon + 5, noon + 7)).toBe(noon + 5)
    expect(at(noon + 9, noon + 7)).toBe(noon + 7)
    expect(at(null, noon - hour)).toBe(noon)
    expect(at(null, noon + 9 * hour)).toBe(noon + hour)
  })
})

describe('what may still come in', () => {
  it('is the paper of an attempt that ran out, until its grace is over', () => {
    expect(mayArriveUntil(quiz, dealt(noon), deadline - 1)).toBeNull()
    expect(mayArriveUntil(quiz, dealt(noon), deadline)).toBe(deadline + 24 * hour)
    expect(mayArriveUntil(quiz, dealt(noon), deadline + 24 * hour - 1)).toBe(deadline + 24 * hour)
    expect(mayArriveUntil(quiz, dealt(noon), deadline + 24 * hour)).toBeNull()
    expect(mayArriveUntil(quiz, { ...dealt(noon), submission: {} }, deadline + hour)).toBeNull()
    expect(mayArriveUntil(strict, dealt(noon), deadline)).toBeNull()
  })
})

it('whatever a phone says: what is accepted counts between the dealing and the deadline, and never after it arrived', () => {
  const instant = fc.integer({ min: opensAt, max: closesAt + 40 * hour })
  const said = fc.option(fc.integer({ min: 0, max: closesAt + 400 * hour }))
  fc.assert(
    fc.property(
      fc.integer({ min: opensAt, max: closesAt - 1 }),
      fc.boolean(),
      fc.constantFrom(0, 1, 20),
      fc.constantFrom(0, 24),
      said,
      said,
      instant,
      (dealtAt, along, minutes, graceHours, openedAt, answeredAt, later) => {
        const of = { ...quiz, minutes, graceHours }
        const attempt = dealt(dealtAt, along, of)
        const now = Math.max(dealtAt, later)
        const decision = decideSubmission(of, attempt, { openedAt, answeredAt }, now)
        if (decision.submission !== 'accept') return
        expect(decision.at).toBeGreaterThanOrEqual(dealtAt)
        expect(decision.at).toBeLessThan(attempt.deadlineAt)
        expect(decision.at).toBeLessThanOrEqual(now)
        expect(now).toBeLessThanOrEqual(attempt.deadlineAt + Math.max(30_000, graceHours * hour))
        if (answeredAt === null) expect(now).toBeLessThanOrEqual(attempt.deadlineAt + 30_000)
      },
    ),
    { numRuns: 1000 },
  )
})
