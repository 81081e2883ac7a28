import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ThemeDayDoc } from '../../cloudfunctions/_data/documents'
import { getHome } from '../../src/contracts/learn'
import { dealPaper, getResult, submitPaper } from '../../src/contracts/quiz'
import { getOverview } from '../../src/contracts/stats'
import { checkIn, getCheckInBoard, getThemeDay, openCheckIn } from '../../src/contracts/themeday'
import { codesAt, expectedSeats } from '../../src/domain/themeday'
import { startCloud } from '../support/cloud'
import { HOUR, lessons, NOON, quizzes, themeDays } from '../support/county/activities'
import { person } from '../support/county/county'
import { type County, startCounty } from '../support/county/start-county'
import { rosterOfSeats } from '../support/roster'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

const quiz = quizzes[0]
const lesson = lessons[0]
const themeDay = themeDays[0]
if (!quiz || !lesson || !themeDay) throw new Error('the county has no activities')
const mac = (key: string, message: string) => createHmac('sha256', key).update(message).digest('base64url')
const facts = () => county.cloud.all<{ _id: string; day: string; occurredAt: number }>('facts')
const november = { from: '2026-11-01', to: '2026-11-30' }

test('a paper that was dealt can be handed in after a transfer out of the quiz’s organisation', async () => {
  const d0 = county.as('d0')
  const { attemptId } = await d0.ok(dealPaper, { quizId: 'officeonly' })
  await county.cloud.put('people', [person('d0', 'west', 12)])
  const first = await d0.ok(submitPaper, { attemptId, answers: [] })
  expect(await d0.ok(submitPaper, { attemptId, answers: [] })).toEqual(first)
  expect((await facts()).map(({ _id }) => _id)).toContain('quiz.officeonly.d0')
  await county.cloud.put('people', [person('d0', 'desk', 20)])
})

test('a paper handed in during the grace at midnight belongs to the day on which its quiz closed', async () => {
  const midnight = Date.UTC(2026, 10, 30, 16)
  await county.cloud.put('quizzes', [{ ...quiz, _id: 'monthly', opensAt: NOON, closesAt: midnight }])
  await county.cloud.clock(midnight - 60_000)
  const { attemptId } = await county.as('e1').ok(dealPaper, { quizId: 'monthly' })
  await county.cloud.clock(midnight + 10_000)
  await county.as('e1').ok(submitPaper, { attemptId, answers: [] })
  expect((await facts()).find(({ _id }) => _id === 'quiz.monthly.e1')).toMatchObject({
    day: '2026-11-30',
    occurredAt: midnight - 1,
  })
})

test('a new attempt is dealt however many there were', async () => {
  await county.cloud.put('quizzes', [{ ...quiz, _id: 'often', attemptsAllowed: 30 }])
  const { attemptId } = await county.as('w0').ok(dealPaper, { quizId: 'often' })
  const [first] = (await county.cloud.all<{ _id: string }>('attempts')).filter(({ _id }) => _id === attemptId)
  const submission = { at: NOON, receivedAt: NOON, openedAt: null, answeredAt: null, answers: [] }
  const spent = Array.from({ length: 25 }, (_, i) => {
    return { ...first, _id: `often.w0.${i + 1}`, number: i + 1, submission }
  })
  await county.cloud.put('attempts', spent)
  expect(await county.as('w0').ok(dealPaper, { quizId: 'often' })).toMatchObject({ number: 26 })
})

test('an attempt stays its person’s when the WeChat identity becomes someone else’s', async () => {
  const attemptId = 'often.w0.25'
  await county.as('w0').ok(getResult, { attemptId })
  await county.cloud.put('people', [person('heir', 'west', 13)])
  await county.cloud.put('bindings', [{ _id: 'openid-w0', personId: 'heir', boundAt: NOON }])
  expect(await county.as('w0').code(getResult, { attemptId })).toBe('NOT_FOUND')
  expect(await county.as('w0').code(submitPaper, { attemptId, answers: [] })).toBe('NOT_FOUND')
  await county.cloud.put('bindings', [{ _id: 'openid-w0', personId: 'w0', boundAt: NOON }])
  await county.cloud.put('people', [person('heir', 'desk', 25)])
})

test('what a client makes up as a key is not logged', async () => {
  const cloud = await startCloud({ env: { LOG: 'debug' } })
  await cloud.callRaw('learn', { action: 'getHome', input: { 'Invented Name': 1 } }, await cloud.loginAs('someone'))
  const log = cloud.log()
  await cloud.stop()
  expect(log).toContain('BAD_INPUT')
  expect(log).not.toContain('Invented Name')
})

test('an open attempt goes on with the person’s new WeChat identity, and ends up as one participation', async () => {
  const { attemptId } = await county.as('w1').ok(dealPaper, { quizId: 'open' })
  // the old binding is gone, and another WeChat is w1 now
  await county.cloud.put('bindings', [{ _id: 'openid-w1', personId: 'nobody', boundAt: NOON }])
  await county.cloud.put('bindings', [{ _id: 'openid-w1new', personId: 'w1', boundAt: NOON }])
  const again = county.as('w1new')
  const home = await again.ok(getHome, {})
  expect(home.quizzes.find(({ id }) => id === 'open')).toMatchObject({ attemptsUsed: 1, openAttemptId: attemptId })
  const dealt = await again.call(dealPaper, { quizId: 'open' })
  expect(dealt).toMatchObject({ answer: { ok: true, data: { attemptId } }, databaseRequests: 1 })
  const handedIn = await again.call(submitPaper, { attemptId, answers: [] })
  expect(handedIn).toMatchObject({ answer: { ok: true }, databaseRequests: 3 })
  expect((await facts()).filter(({ _id }) => _id === 'quiz.open.w1')).toHaveLength(1)
  await county.cloud.put('bindings', [{ _id: 'openid-w1new', personId: 'gone', boundAt: NOON }])
  await county.cloud.put('bindings', [{ _id: 'openid-w1', personId: 'w1', boundAt: NOON }])
})

describe('a theme day of an organisation above branches', () => {
  test('expects everyone below it, is on their home page, and takes their check-in', async () => {
    await county.cloud.put('themeDays', [{ ...themeDay, _id: 'townday', orgId: 'town' }])
    const townorg = county.as('townorg')
    expect(await townorg.ok(getCheckInBoard, { themeDayId: 'townday' })).toMatchObject({ expected: 5 })
    const board = await townorg.ok(openCheckIn, { themeDayId: 'townday' })
    expect(board.expected).toBe(5)
    const [stored] = (await county.cloud.all<ThemeDayDoc>('themeDays')).filter(({ _id }) => _id === 'townday')
    expect(stored?.roster && expectedSeats(stored.roster)).toEqual([0, 1, 2, 10, 11])
    const home = await county.as('w1').ok(getHome, {})
    expect(home.themeDays.map(({ id }) => id).sort()).toEqual(['townday', 'westday'])
    await county.as('w1').ok(checkIn, { token: board.token })
    const { figures } = await townorg.ok(getOverview, { orgId: 'town', ...november })
    // and the three of east whose theme day nobody entered as attended
    expect(figures.find(({ code }) => code === 'themeday.attendance')).toMatchObject({ numerator: 1, denominator: 8 })
  })

  test('has on its board its own facts only, even when a quiz has the same id', async () => {
    await county.cloud.put('quizzes', [{ ...quiz, _id: 'townday' }])
    const { attemptId } = await county.as('e2').ok(dealPaper, { quizId: 'townday' })
    await county.as('e2').ok(submitPaper, { attemptId, answers: [] })
    expect(await county.as('townorg').ok(getCheckInBoard, { themeDayId: 'townday' })).toMatchObject({ onSite: 1 })
  })

  test('checked in with the last code before midnight, late, belongs to the day of the scan', async () => {
    const midnight = Date.UTC(2026, 10, 10, 16)
    const late = { ...themeDay, _id: 'lateday', endsAt: midnight, status: 'open' as const }
    await county.cloud.put('themeDays', [{ ...late, roster: rosterOfSeats([0, 1, 2], [2], NOON) }])
    await county.cloud.clock(midnight + 60_000)
    const { token } = codesAt({ themeDayId: 'lateday', secret: late.secret, mac }, midnight - 5_000)
    await county.as('e1').ok(checkIn, { token })
    expect((await facts()).find(({ _id }) => _id === 'themeday.lateday.e1')).toMatchObject({ day: '2026-11-10' })
  })
})

test('figures read the rosters of the theme days in question, not of all', async () => {
  const requests = async () =>
    (await county.as('countyorg').call(getOverview, { orgId: 'county', ...november })).databaseRequests
  const before = await requests()
  const others = Array.from({ length: 250 }, (_, i) => ({ ...themeDay, _id: `other-${i}`, orgId: 'desk' }))
  await county.cloud.put('themeDays', others)
  expect(await requests()).toBe(before)
})

describe('home', () => {
  test('shows what is meant for the caller, however much there is for others', async () => {
    const soon = { ...quiz, orgId: 'office', closesAt: NOON + HOUR }
    const newer = { ...lesson, orgId: 'office', publishedAt: NOON - HOUR }
    await county.cloud.put(
      'quizzes',
      Array.from({ length: 25 }, (_, i) => ({ ...soon, _id: `foreign-${i}` })),
    )
    await county.cloud.put(
      'lessons',
      Array.from({ length: 60 }, (_, i) => ({ ...newer, _id: `foreign-${i}` })),
    )
    const home = await county.as('e0').ok(getHome, {})
    expect(home.quizzes.map(({ id }) => id)).toContain('open')
    expect(home.lessons.map(({ id }) => id)).toEqual(['lesson1'])
  })

  test('says that a theme day past its end is over, as its own page does', async () => {
    await county.cloud.clock(NOON + 3 * HOUR)
    const { themeDays: shown } = await county.as('w1').ok(getHome, {})
    expect(shown.map(({ status }) => status)).toEqual(['closed', 'closed'])
  })

  test('leads to the highest desk, also outside the caller’s own branch', async () => {
    const roles = [
      { role: 'secretary' as const, orgId: 'desk' },
      { role: 'organiser' as const, orgId: 'town' },
    ]
    await county.cloud.put('people', [person('townorg', 'desk', 22, { roles })])
    expect((await county.as('townorg').ok(getHome, {})).desk).toMatchObject({ orgId: 'town', role: 'organiser' })
  })
})

test.each(['2026-13-01', '2026-02-30', ' 2026-11-01', 'x', ''])('a period from “%s” is bad input', async (from) => {
  expect(await county.as('countyorg').code(getOverview, { orgId: 'county', from, to: '2026-11-30' })).toBe('BAD_INPUT')
})

test('checked in by twenty codes at once, gives the first check-in every time', async () => {
  await county.as('e0').ok(openCheckIn, { themeDayId: 'eastday' })
  // ten minutes later, so that all of these codes were on the screen
  const at = NOON + 600_000
  await county.cloud.clock(at)
  const e2 = county.as('e2')
  await Promise.all(Array.from({ length: 20 }, () => e2.ok(getThemeDay, { themeDayId: 'eastday' })))
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => {
      const { token } = codesAt({ themeDayId: 'eastday', secret: themeDay.secret, mac }, at - i * 30_000)
      return e2.ok(checkIn, { token })
    }),
  )
  const [fact] = (await facts()).filter(({ _id }) => _id === 'themeday.eastday.e2')
  expect(new Set(answers.map(({ checkedInAt }) => checkedInAt))).toEqual(new Set([fact?.occurredAt]))
})
