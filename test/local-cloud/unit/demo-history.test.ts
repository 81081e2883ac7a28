import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { AttemptId } from '@/contracts/common'
import { placeOn } from '@/domain/people/membership'
import { dealPaper, dealSeriesPaper, gradePaper } from '@/domain/quiz'
import { expectedSeats } from '@/domain/themeday'
import { dayOf } from '@/domain/time/day'
import { HOME_BRANCH_ID } from '../../../local-cloud/demo/branches'
import { invent, shanghai } from './demo-county'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** An ordinary day, and days at the edges of months and years, just after and just before midnight. */
const moments = [
  '2026-11-22T10:20',
  '2026-12-01T00:05',
  '2026-11-30T23:55',
  '2027-01-01T08:00',
  '2027-03-31T12:00',
  '2028-02-29T18:00',
]

describe.each(moments)('the history on %s', async (text) => {
  const now = shanghai(text)
  const { personas, docs } = await invent(now)
  const { people, bindings, quizzes, lessons, themeDays, attempts, facts } = docs
  const personOf = new Map(people.map((person) => [person._id, person]))
  const openidOf = new Map(bindings.map(({ _id, personId }) => [personId, _id]))
  const quizOf = new Map(quizzes.map((quiz) => [quiz._id, quiz]))

  it('lies in the last six weeks and is over: nothing from today or later', () => {
    for (const { occurredAt, recordedAt, day } of facts) {
      expect(day).toBe(dayOf(occurredAt))
      expect(day < dayOf(now) && day >= dayOf(now - 42 * DAY)).toBe(true)
      expect(recordedAt).toBeGreaterThanOrEqual(occurredAt)
      expect(recordedAt).toBeLessThanOrEqual(now)
    }
    for (const kind of ['quiz', 'lesson', 'themeday']) expect(facts.some((fact) => fact.kind === kind)).toBe(true)
  })

  it('has one closed exam and one open for at least a week, each dealing 20 of at least 100 questions', () => {
    const [last, current] = quizzes
    expect(last?.closesAt).toBeLessThanOrEqual(current?.opensAt ?? 0)
    expect(current?.opensAt).toBeLessThanOrEqual(now)
    expect(current?.closesAt).toBeGreaterThan(now + 7 * DAY)
    for (const quiz of [last, current]) {
      expect(quiz).toMatchObject({
        mode: 'exam',
        deal: 20,
        minutes: 20,
        attemptsAllowed: 2,
        pointsEach: 5,
        passMark: 60,
      })
      expect(quiz).toMatchObject({ partial: 'half', release: 'atOnce', graceHours: 24 })
    }
    for (const { questions } of quizzes) {
      expect(questions.length).toBeGreaterThanOrEqual(100)
      for (const { source } of questions) expect(Object.keys(source).sort()).toEqual(['article', 'document'])
    }
  })

  it('has a practice over the handbook and a daily series of the month, both open', () => {
    const [practice, series, ...more] = quizzes.slice(2)
    expect(more).toEqual([])
    expect(practice).toMatchObject({ mode: 'practice', minutes: 0, deal: 10 })
    expect(series).toMatchObject({ mode: 'daily', minutes: 0, deal: 5, opensAt: quizzes[1]?.opensAt })
    for (const quiz of [practice, series]) {
      expect(quiz?.opensAt).toBeLessThanOrEqual(now)
      expect(quiz?.closesAt).toBeGreaterThan(now + 7 * DAY)
    }
    // one paper for each day until it closes
    expect(series?.closesAt).toBe((series?.opensAt ?? 0) + (series?.attemptsAllowed ?? 0) * DAY)
    expect(attempts.some(({ quizId }) => quizId === practice?._id)).toBe(false)
  })

  it('has attempts that were really dealt and that can be graded, within their times', () => {
    expect(attempts.length).toBeGreaterThan(200)
    for (const attempt of attempts) {
      const quiz = quizOf.get(attempt.quizId)
      if (!quiz) throw new Error(attempt.quizId)
      const { questions, deal, pointsEach, passMark, partial } = quiz
      const { dealt, dealtAt, deadlineAt, seed, number, submission } = attempt
      const isDaily = quiz.mode === 'daily'
      expect(v.is(AttemptId, attempt._id)).toBe(true)
      expect(attempt._id).toBe(`${quiz._id}.${attempt.personId}.${number}`)
      expect(attempt.owner).toBe(`${quiz._id}.${attempt.personId}`)
      expect(dealt).toEqual(
        isDaily ? dealSeriesPaper({ questions, deal, seed, number }) : dealPaper({ questions, deal, seed }),
      )
      expect(dealtAt).toBeGreaterThanOrEqual(quiz.opensAt)
      const endOfItsDay = quiz.opensAt + number * DAY
      expect(deadlineAt).toBe(isDaily ? endOfItsDay : Math.min(dealtAt + 20 * 60_000, quiz.closesAt))
      expect(deadlineAt).toBeLessThanOrEqual(shanghai(`${dayOf(now)}T00:00`))
      if (submission === null) continue
      expect(submission.at).toBeLessThan(deadlineAt)
      const { answers } = submission
      expect(gradePaper({ dealt, questions, answers, pointsEach, passMark, partial }).ok).toBe(true)
    }
  })

  it('has a quiz fact for everyone who handed in a paper, at the time of the first, and for nobody else', () => {
    const first = new Map<string, number>()
    for (const { quizId, personId, submission } of attempts) {
      const id = `quiz.${quizId}.${personId}`
      if (submission) first.set(id, Math.min(submission.at, first.get(id) ?? Number.POSITIVE_INFINITY))
    }
    const recorded = facts.filter(({ kind }) => kind === 'quiz').map(({ _id, occurredAt }) => [_id, occurredAt])
    expect(new Map(recorded as [string, number][])).toEqual(first)
  })

  it('has facts that agree with the roster and that are in the index', () => {
    for (const fact of facts) {
      const person = personOf.get(fact.personId)
      const { seat, orgId, mobile } = fact
      expect({ seat, orgId, mobile }).toEqual(person && placeOn(person, fact.day))
      expect(fact._id).toBe(`${fact.kind}.${fact.activityId}.${fact.personId}`)
      expect(fact.folded).toBe(true)
      if (fact.channel === 'proxy')
        expect(personOf.get(fact.recorder ?? '')?.roles).toEqual([{ role: 'secretary', orgId }])
    }
  })

  it('has a WeChat identity for everyone who took part themselves, but for one with a new phone', () => {
    const own = facts.filter(({ channel }) => channel !== 'proxy')
    const active = new Set([...own, ...attempts].map(({ personId }) => personId))
    expect([...active].filter((personId) => !openidOf.has(personId)).length).toBeLessThanOrEqual(1)
  })

  it('has leave for some of those who were expected and did not come, for no persona, entered by the own secretary', () => {
    const { attendances } = docs
    const came = new Set(
      facts.flatMap(({ kind, activityId, personId }) => (kind === 'themeday' ? [`${activityId}.${personId}`] : [])),
    )
    const dayOfId = new Map(themeDays.map((one) => [one._id, one]))
    expect(attendances.length).toBeGreaterThan(10)
    for (const { _id, themeDayId, personId, leave } of attendances) {
      expect(_id).toBe(`${themeDayId}.${personId}`)
      expect(came.has(_id)).toBe(false)
      const themeDay = dayOfId.get(themeDayId)
      const person = personOf.get(personId)
      expect(person && themeDay && placeOn(person, dayOf(themeDay.startsAt))?.orgId).toBe(themeDay?.orgId)
      expect(leave?.at).toBeLessThan(themeDay?.startsAt ?? 0)
      expect(leave?.recorder === null).toBe(leave?.by === 'self')
    }
  })

  it('has two theme days in every branch; people came to those that were held, within their roster', () => {
    const branches = new Set(people.map(({ orgId }) => orgId))
    expect(themeDays).toHaveLength(2 * branches.size)
    for (const { _id, orgId, status, startsAt, endsAt, closedAt, roster } of themeDays) {
      const present = facts.filter(({ kind, activityId }) => kind === 'themeday' && activityId === _id)
      const members = people
        .flatMap((person) => placeOn(person, dayOf(startsAt)) ?? [])
        .filter((place) => place.orgId === orgId)
        .map(({ seat }) => seat)
        .sort((a, b) => a - b)
      if (status === 'closed') {
        expect(endsAt).toBeLessThanOrEqual(now)
        expect(closedAt).toBeLessThanOrEqual(now)
        expect(roster && expectedSeats(roster)).toEqual(members)
        expect(present.length).toBeGreaterThan(0)
        expect(present.every(({ orgId: of, seat }) => of === orgId && members.includes(seat))).toBe(true)
      } else {
        expect([status, roster, closedAt, present.length]).toEqual(['planned', null, null, 0])
        if (orgId !== HOME_BRANCH_ID) expect(dayOf(startsAt) > dayOf(now)).toBe(true)
      }
    }
    expect(new Set(themeDays.map(({ secret }) => secret)).size).toBe(themeDays.length)
    expect(Math.min(...themeDays.map(({ secret }) => secret.length))).toBeGreaterThanOrEqual(32)
  })

  it('has the theme day of the home branch on right now, waiting for its secretary', () => {
    const going = themeDays.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt)
    expect(going.map(({ orgId, status }) => [orgId, status])).toEqual([[HOME_BRANCH_ID, 'planned']])
    expect(going[0]).toMatchObject({ startsAt: now - 15 * 60_000, endsAt: now + 2 * HOUR })
  })

  it('leaves this month’s quizzes, the newest lesson and today’s theme day to the personas who try them', () => {
    const current = [quizzes[1]?._id, quizzes[3]?._id]
    for (const id of ['member', 'mobile', 'elderly']) {
      const persona = personas.find((candidate) => candidate.id === id)
      const personId = bindings.find(({ _id }) => _id === persona?.openid)?.personId
      const own = facts.filter((fact) => fact.personId === personId)
      expect(attempts.some((attempt) => attempt.personId === personId && current.includes(attempt.quizId))).toBe(false)
      expect(own.filter(({ kind }) => kind === 'quiz')).toHaveLength(1)
      expect(own.filter(({ kind }) => kind === 'lesson')).toHaveLength(lessons.length - 1)
      expect(own.filter(({ kind }) => kind === 'themeday')).toHaveLength(1)
      expect(personOf.get(personId ?? '')?.orgId).toBe(HOME_BRANCH_ID)
    }
  })
})
