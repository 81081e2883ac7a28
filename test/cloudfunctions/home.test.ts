import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { getHome, getStudy } from '../../src/contracts/learn'
import { completeLesson } from '../../src/contracts/lesson'
import { dealPaper, submitPaper } from '../../src/contracts/quiz'
import { HOUR, lessons, NOON, questions, quizzes, themeDays } from '../support/county/activities'
import { person } from '../support/county/county'
import { type County, startCounty } from '../support/county/start-county'
import { quizLike } from './quiz/support'

let county: County
const DAY = 24 * HOUR
const [lesson] = lessons
const [themeDay] = themeDays
beforeAll(async () => {
  county = await startCounty()
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

const leave = { reason: 'work', note: '', at: NOON, by: 'self', recorder: null }
const homeDays = async (who: string) => {
  const { themeDays: shown } = await county.as(who).ok(getHome, {})
  return Object.fromEntries(shown.map(({ id, mine, remote }) => [id, { mine, remote }]))
}

describe('theme days on the home page', () => {
  test('say whether one asked for leave, and who may take part from afar', async () => {
    await county.cloud.put('themeDays', [
      { ...themeDay, _id: 'notremote', remote: false },
      { ...themeDay, _id: 'remoteday', remote: true },
      { ...themeDay, _id: 'never', remote: true, startsAt: NOON - 5 * HOUR, endsAt: NOON - 3 * HOUR },
    ])
    await county.cloud.put('attendances', [
      { _id: 'remoteday.e1', themeDayId: 'remoteday', personId: 'e1', leave, lateScan: null },
      { _id: 'notremote.e1', themeDayId: 'notremote', personId: 'e1', leave: null, lateScan: null },
    ])
    // e2 is a mobile member, e1 is not; a theme day that was never opened was not held
    expect(await homeDays('e2')).toMatchObject({
      remoteday: { mine: 'due', remote: true },
      notremote: { mine: 'due', remote: false },
      never: { mine: 'none', remote: false },
    })
    expect(await homeDays('e1')).toMatchObject({
      remoteday: { mine: 'leave', remote: false },
      notremote: { mine: 'due', remote: false },
    })
  })

  test('go by what the caller was on the day of the theme day', async () => {
    await county.cloud.put('people', [
      person('e1', 'east', 1, { mobile: true, mobileSpells: [{ from: '2026-11-11', until: null }] }),
    ])
    await county.cloud.put('themeDays', [
      { ...themeDay, _id: 'tomorrow', remote: true, startsAt: NOON + DAY, endsAt: NOON + DAY + HOUR },
    ])
    expect(await homeDays('e1')).toMatchObject({ remoteday: { remote: false }, tomorrow: { remote: true } })
    await county.cloud.put('people', [person('e1', 'east', 1)])
  })
})

test('the home page lists six lessons to be done, required ones first, then the one completed last, and counts the rest', async () => {
  const tracks = ['elective', 'basic', 'required'] as const
  const many = Array.from({ length: 9 }, (_, i) => ({
    ...lesson,
    _id: `more${i}`,
    track: tracks[i % 3],
    publishedAt: NOON - (i + 1) * HOUR,
  }))
  await county.cloud.put('lessons', many)
  const w0 = county.as('w0')
  for (const lessonId of ['more2', 'more0']) await w0.ok(completeLesson, { lessonId, chosen: [1] })
  const { lessons: shown, lessonsLeft } = await w0.ok(getHome, {})
  // required are more5, more8 and lesson1; newest first
  expect(shown.map(({ id }) => id)).toEqual(['more5', 'more8', 'lesson1', 'more1', 'more3', 'more4', 'more0'])
  expect(shown.map(({ completed }) => completed)).toEqual([false, false, false, false, false, false, true])
  expect(lessonsLeft).toBe(8)
})

test('a lesson completed long ago stays completed on the home page', async () => {
  const published = NOON - 800 * DAY
  await county.cloud.put('lessons', [{ ...lesson, _id: 'old', publishedAt: published }])
  const { cloud } = county
  await cloud.clock(published + DAY)
  await county.as('w1').ok(completeLesson, { lessonId: 'old', chosen: [1] })
  await cloud.clock(NOON)
  expect((await county.as('w1').ok(getHome, {})).lessons.map(({ id }) => id)).toContain('old')
  expect((await county.as('w1').ok(getHome, {})).lessonsLeft).toBe(10)
})

describe('the study page', () => {
  test('shows everything in one request: quizzes of every mode, those to come, lessons, the handbook', async () => {
    await county.cloud.put('quizzes', [
      quizLike('practice', { mode: 'practice', minutes: 0, closesAt: NOON + 300 * DAY }),
      quizLike('soon', { opensAt: NOON + 29 * DAY, closesAt: NOON + 60 * DAY }),
      quizLike('faraway', { opensAt: NOON + 31 * DAY, closesAt: NOON + 60 * DAY }),
      quizLike('notforeast', { orgId: 'office', opensAt: NOON + DAY, closesAt: NOON + 60 * DAY }),
    ])
    await county.cloud.put('handbook', [
      { _id: 'one', title: '甲', order: 0, version: 1, items: questions.slice(0, 3) },
      { _id: 'two', title: '乙', order: 1, version: 1, items: questions.slice(3) },
    ])
    const { publishedAt = 0 } = lesson ?? {}
    await county.cloud.put('lessons', [
      {
        ...lesson,
        media: ['picture', 'slides'],
        publishedAt,
      },
    ])
    const e1 = county.as('e1')
    const paper = await e1.ok(dealPaper, { quizId: 'open' })
    const { answer, databaseRequests } = await e1.call(getStudy, {})
    if (!answer.ok) throw new Error(answer.error.code)
    expect(databaseRequests).toBe(1)
    expect(answer.data.quizzes).toMatchObject([
      { id: 'open', mode: 'exam', openAttemptId: paper.attemptId, attemptsUsed: 1, taken: false, today: null },
      { id: 'practice', mode: 'practice', attemptsUsed: 0 },
    ])
    expect(answer.data.coming.map(({ id }) => id)).toEqual(['future', 'soon'])
    expect(answer.data.lessons.map(({ id }) => id)).toContain('old')
    expect(answer.data.lessons.find(({ id }) => id === 'lesson1')).toMatchObject({
      completed: false,
      media: ['picture', 'slides'],
      publishedAt,
    })
    expect(answer.data.handbook).toEqual({ questions: 4, documents: 2 })
    const done = await county.as('w0').ok(getStudy, {})
    expect(done.lessons.filter(({ completed }) => completed).map(({ id }) => id)).toEqual(['more0', 'more2'])
  })
})

test('both stay whole with a member’s history of years: many attempts, many quizzes', async () => {
  const e1 = county.as('e1')
  const [dealt] = await county.cloud.all<{ _id: string }>('attempts')
  const old = Array.from({ length: 400 }, (_, i) => ({
    ...dealt,
    _id: `old${i}.e1.1`,
    quizId: `old${i}`,
    owner: `old${i}.e1`,
    dealtAt: NOON + i,
  }))
  const often = Array.from({ length: 98 }, (_, i) => ({
    ...dealt,
    _id: `practice.e1.${i + 1}`,
    quizId: 'practice',
    owner: 'practice.e1',
    number: i + 1,
    dealtAt: NOON + 1000 + i,
  }))
  await county.cloud.put('attempts', [...old, ...often])
  const many = Array.from({ length: 20 }, (_, i) => ({ ...quizzes[0], _id: `many${i}`, closesAt: NOON + 2 * DAY + i }))
  await county.cloud.put('quizzes', many)
  const home = await e1.ok(getHome, {})
  expect(home.quizzes).toHaveLength(20)
  // begun before all of those attempts
  expect(home.quizzes.find(({ id }) => id === 'open')).toMatchObject({ attemptsUsed: 1, openAttemptId: 'open.e1.1' })
  await e1.ok(submitPaper, { attemptId: 'open.e1.1', answers: [] })
  expect((await e1.ok(getHome, {})).quizzes.find(({ id }) => id === 'open')).toMatchObject({ taken: true })
})
