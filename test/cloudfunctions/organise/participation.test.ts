import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FactDoc } from '../../../cloudfunctions/_data/documents'
import { getHome } from '../../../src/contracts/learn'
import { completeLesson, getLesson } from '../../../src/contracts/lesson'
import { correctParticipation, recordLeave, transferMember } from '../../../src/contracts/organise'
import { dealPaper, getResult, submitPaper } from '../../../src/contracts/quiz'
import { checkIn, getCheckInBoard, getThemeDay, openCheckIn } from '../../../src/contracts/themeday'
import { makeFact } from '../../../src/domain/participation'
import { codesAt, expectedSeats } from '../../../src/domain/themeday'
import { HOUR, NOON, themeDays } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { look, newKey } from './support'

let county: County
beforeEach(async () => {
  county = await startCounty()
})
afterEach(() => county.cloud.stop())

const TODAY = '2026-11-10'
const mac = (key: string, message: string) => createHmac('sha256', key).update(message).digest('base64url')
const tokenOf = (themeDayId: string, at: number) =>
  codesAt({ themeDayId, secret: themeDays.find(({ _id }) => _id === themeDayId)?.secret ?? '', mac }, at).token
const transfer = (personId: string, into: string, day = TODAY) =>
  county.as('townorg').ok(transferMember, { key: newKey(), personId, into, day })
const withdraw = (kind: string, activityId: string, extra: object = {}) =>
  county
    .as('e0')
    .ok(correctParticipation, { kind, activityId, personId: 'e1', withdrawn: true, reason: '当天未到场', ...extra })

/** A participation of two days ago, when they sat in east. */
async function pastFact(personId: string): Promise<FactDoc> {
  const at = NOON - 48 * HOUR
  const person = { id: personId, seat: 1, orgId: 'east', mobile: false }
  const fact = makeFact({ kind: 'quiz', activityId: 'past', person, occurredAt: at, recordedAt: at, channel: 'self' })
  await county.cloud.put('facts', [fact])
  return fact
}

describe('a check-in', () => {
  const open = async () => (await county.as('e0').ok(openCheckIn, { themeDayId: 'eastday' })).now

  test('of someone transferred since the roster was frozen counts, where they were on that day', async () => {
    const now = await open()
    await transfer('e1', 'west')
    expect(await county.as('e1').ok(getThemeDay, { themeDayId: 'eastday' })).toMatchObject({ status: 'open' })
    await county.as('e1').ok(checkIn, { token: tokenOf('eastday', now) })
    expect(await look(county).facts('e1')).toMatchObject([{ orgId: 'west', seat: 12, revision: 0 }])
    // the roster stays as it was when it was frozen
    const { roster } = await look(county).themeDay('eastday')
    expect(roster && expectedSeats(roster)).toEqual([0, 1, 2])
    // someone who was not expected is not now
    expect(await county.as('w0').code(checkIn, { token: tokenOf('eastday', now) })).toBe('NOT_EXPECTED')
  })

  test('scanned on the last evening and sent after midnight, when the transfer holds, counts in the old branch', async () => {
    const midnight = NOON + 14 * HOUR
    await county.cloud.put('themeDays', [
      { ...themeDays[0], startsAt: midnight - HOUR, endsAt: midnight, status: 'planned' },
    ])
    await county.cloud.clock(midnight - 60_000)
    const scanned = (await open()) + 30_000
    await county.cloud.clock(midnight + 5_000)
    await transfer('e1', 'west', '2026-11-11')
    await county.as('e1').ok(checkIn, { token: tokenOf('eastday', scanned) })
    expect(await look(county).facts('e1')).toMatchObject([{ orgId: 'east', seat: 1, day: TODAY, revision: 0 }])
  })

  test('is not moved by a secretary to a day on which the member belonged to another branch', async () => {
    await transfer('e1', 'west', '2026-11-10')
    await county.cloud.clock(NOON + 24 * HOUR)
    const earlier = { ...(await pastFact('e1')) }
    const to = (who: string, occurredAt: number) =>
      county.as(who).call(correctParticipation, {
        kind: 'quiz',
        activityId: earlier.activityId,
        personId: 'e1',
        withdrawn: false,
        occurredAt,
        reason: '日期更正',
      })
    expect((await to('e0', NOON + HOUR)).answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    // within their own branch, and by someone who answers for both
    expect((await to('e0', NOON - 30 * HOUR)).answer).toMatchObject({ ok: true, data: { orgId: 'east' } })
    expect((await to('townorg', NOON + HOUR)).answer).toMatchObject({ ok: true, data: { orgId: 'west' } })
  })

  test('that was withdrawn stays so, and the member is told', async () => {
    const now = await open()
    const token = tokenOf('eastday', now)
    await county.as('e1').ok(checkIn, { token })
    expect((await county.as('e0').ok(getCheckInBoard, { themeDayId: 'eastday' })).onSite).toBe(1)
    const first = await withdraw('themeday', 'eastday')
    expect(first).toMatchObject({ revision: 1, withdrawn: true, orgId: 'east' })
    expect(await withdraw('themeday', 'eastday')).toEqual(first)
    const again = await county.as('e1').call(checkIn, { token })
    expect(again).toMatchObject({ answer: { ok: false, error: { code: 'WITHDRAWN' } }, databaseRequests: 1 })
    expect(await county.as('e1').ok(getThemeDay, { themeDayId: 'eastday' })).toMatchObject({ checkedInAt: null })
    expect(await county.as('e0').ok(getCheckInBoard, { themeDayId: 'eastday' })).toMatchObject({
      onSite: 0,
      arrivals: [],
    })
    expect((await county.as('e1').ok(getHome, {})).month.themeDays).toBe(0)
    expect(await look(county).facts('e1')).toHaveLength(2)
    const lines = await county.cloud.all('audit')
    expect(lines.filter(({ action }) => action === 'correctParticipation')).toMatchObject([
      { actor: 'e0', object: 'themeday.eastday.e1.1' },
    ])
    // and it is made valid again by a correction only, many times over
    for (let n = 0; n < 3; n++) {
      await withdraw('themeday', 'eastday', { withdrawn: false, reason: `核实到场${n}` })
      await withdraw('themeday', 'eastday', { reason: `当天未到场${n}` })
    }
    expect(await county.as('e1').code(checkIn, { token })).toBe('WITHDRAWN')
    await withdraw('themeday', 'eastday', { withdrawn: false, reason: '核实到场' })
    const standing = await county.as('e1').call(checkIn, { token })
    expect(standing).toMatchObject({ answer: { ok: true }, databaseRequests: 2 })
  })
})

describe('a correction', () => {
  test('sets the instant right, and with it the day and the place', async () => {
    await county.as('e1').ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
    await transfer('e1', 'west')
    expect((await look(county).facts('e1')).at(-1)).toMatchObject({ orgId: 'west', revision: 1 })
    const input = { kind: 'lesson', activityId: 'lesson1', personId: 'e1', withdrawn: false, reason: '补录日期' }
    const earlier = NOON - 24 * HOUR
    // responsible for the place where it counts: that is west now
    expect(await county.as('e0').code(correctParticipation, { ...input, occurredAt: earlier })).toBe('FORBIDDEN')
    const done = await county.as('townorg').ok(correctParticipation, { ...input, occurredAt: earlier })
    expect(done).toMatchObject({ revision: 2, day: '2026-11-09', orgId: 'east', occurredAt: earlier })
    expect(await county.as('townorg').code(correctParticipation, { ...input, occurredAt: NOON + HOUR * 24 })).toBe(
      'MOVE_DAY',
    )
    const other = { ...input, personId: 'w1' }
    expect(await county.as('townorg').code(correctParticipation, other)).toBe('NOT_FOUND')
  })

  test('by ten people at once appends each of them, one after the other', async () => {
    await county.as('e1').ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        county.as(n % 2 ? 'e0' : 'townorg').call(correctParticipation, {
          kind: 'lesson',
          activityId: 'lesson1',
          personId: 'e1',
          withdrawn: n % 2 === 0,
          reason: `更正之${n}`,
        }),
      ),
    )
    const good = answers.filter(({ answer }) => answer.ok)
    expect(answers.every(({ answer }) => answer.ok || answer.error.code === 'BUSY')).toBe(true)
    const facts = await look(county).facts('e1')
    expect(facts.map(({ revision }) => revision)).toEqual(facts.map((_, n) => n))
    expect(facts).toHaveLength(good.length + 1)
  })
})

describe('what was withdrawn', () => {
  test('is no completed lesson, and is not completed by another try', async () => {
    await county.as('e1').ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
    await withdraw('lesson', 'lesson1')
    expect((await county.as('e1').ok(getLesson, { lessonId: 'lesson1' })).completedAt).toBeNull()
    expect(await county.as('e1').code(completeLesson, { lessonId: 'lesson1', chosen: [1] })).toBe('WITHDRAWN')
  })

  test('is told before another paper is dealt; a paper that lies open is kept, and not counted', async () => {
    const { attemptId } = await county.as('e1').ok(dealPaper, { quizId: 'open' })
    const first = await county.as('e1').ok(submitPaper, { attemptId, answers: [] })
    const second = await county.as('e1').ok(dealPaper, { quizId: 'open' })
    await withdraw('quiz', 'open')
    expect(await county.as('e1').code(dealPaper, { quizId: 'open' })).toBe('WITHDRAWN')
    expect(await county.as('e1').code(submitPaper, { attemptId: second.attemptId, answers: [] })).toBe('WITHDRAWN')
    expect(await county.as('e1').ok(getResult, { attemptId: second.attemptId })).toMatchObject({ score: 0 })
    // what was answered before is answered alike
    const { answer, databaseRequests } = await county.as('e1').call(submitPaper, { attemptId, answers: [] })
    expect(answer).toMatchObject({ ok: true, data: { submittedAt: first.submittedAt } })
    expect(databaseRequests).toBe(1)
  })
})

describe('a move', () => {
  test('entered late takes along what was recorded in between, and the timer’s look is the last', async () => {
    await county.as('e1').ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
    await county.as('e1').ok(dealPaper, { quizId: 'open' })
    await county.as('e1').ok(submitPaper, { attemptId: 'open.e1.1', answers: [] })
    await transfer('e1', 'west', '2026-11-01')
    const facts = await look(county).facts('e1')
    expect(facts.map(({ _id, orgId }) => [_id, orgId])).toEqual([
      ['lesson.lesson1.e1', 'east'],
      ['lesson.lesson1.e1.1', 'west'],
      ['quiz.open.e1', 'east'],
      ['quiz.open.e1.1', 'west'],
    ])
    await transfer('e1', 'west', '2026-11-01').catch(() => null)
    expect(await look(county).facts('e1')).toEqual(facts)
  })

  test('of someone who left takes back only what was after it', async () => {
    await county.cloud.clock(NOON - 24 * HOUR)
    await county.as('e1').ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
    await county.cloud.clock(NOON)
    const leave = { key: newKey(), personId: 'e1', day: TODAY, reason: 'died' }
    await county.as('townorg').ok(recordLeave, leave)
    expect(await look(county).facts('e1')).toMatchObject([{ withdrawn: false, revision: 0, day: '2026-11-09' }])
  })
})
