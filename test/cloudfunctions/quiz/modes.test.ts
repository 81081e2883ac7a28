import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { getHome, getStudy } from '../../../src/contracts/learn'
import { dealPaper, getResult, submitPaper } from '../../../src/contracts/quiz'
import { HOUR, lessons, NOON, questions } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { factsOf, gap, halfRight, MINUTE, quizLike, rightAnswers } from './support'

let county: County
const DAY = 24 * HOUR
/** 2026-11-09 00:00 in Asia/Shanghai: the 10th, on which tests begin, is the second day. */
const OPENS = Date.UTC(2026, 10, 8, 16)
const afterCloseAt = NOON + 54 * HOUR
beforeAll(async () => {
  county = await startCounty()
  const pool = Array.from({ length: 6 }, (_, i) => ({ ...(questions[0] as (typeof questions)[number]), id: `s${i}` }))
  await county.cloud.put('quizzes', [
    quizLike('filled', { questions: [...questions.slice(0, 3), gap], partial: 'half' }),
    quizLike('later', { release: 'afterClose', graceHours: 6 }),
    quizLike('secret', { release: 'never' }),
    quizLike('exercise', { mode: 'practice', minutes: 0, attemptsAllowed: 1 }),
    quizLike('series', {
      mode: 'daily',
      minutes: 0,
      opensAt: OPENS,
      closesAt: OPENS + 10 * DAY,
      attemptsAllowed: 5,
      graceHours: 24,
      deal: 2,
      questions: pool,
    }),
  ])
  const [lesson] = lessons
  await county.cloud.put('lessons', [
    { ...lesson, _id: 'helps', title: '讲第一题的课', questions: ['q1', 'q4', 'q9'] },
    { ...lesson, _id: 'helpsless', title: '讲第四题的课', questions: ['q4'] },
    { ...lesson, _id: 'helpsnot', title: '讲别的课', questions: ['q3'] },
    { ...lesson, _id: 'foreign', title: '机关的课', orgId: 'office', questions: ['q1', 'q4'] },
    { ...lesson, _id: 'unpublished', title: '还没发布的课', publishedAt: NOON + HOUR, questions: ['q1', 'q4'] },
  ])
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

test('a gap is graded by what fills it, and part of the right options by the rule of the quiz', async () => {
  const e1 = county.as('e1')
  const paper = await e1.ok(dealPaper, { quizId: 'filled' })
  expect(paper.partial).toBe('half')
  expect(paper.items.find(({ questionId }) => questionId === 'gap')).toMatchObject({ kind: 'fill', options: [] })
  const answers = rightAnswers(paper).map((answer) =>
    answer.questionId === 'q2' ? { ...answer, chosen: answer.chosen.slice(0, 2) } : answer,
  )
  const { attemptId } = paper
  const misplaced = answers.map((answer) => (answer.questionId === 'q3' ? { ...answer, text: '错误' } : answer))
  expect(await e1.code(submitPaper, { attemptId, answers: misplaced })).toBe('ANSWERS_DO_NOT_FIT')
  const result = await e1.ok(submitPaper, { attemptId, answers })
  // 25 + half of 25, down to 12, + 25 + 25
  expect(result).toMatchObject({ score: 87, counts: { right: 3, partial: 1 } })
  expect(result.items.find(({ questionId }) => questionId === 'gap')).toMatchObject({
    verdict: 'right',
    text: ' 三十二 学时。',
    accepted: ['32学时'],
    key: [],
  })
})

describe('keys, explanations and lessons', () => {
  test('come with the result when the quiz allows it: lessons of the caller that explain what was not right', async () => {
    const e1 = county.as('e1')
    const paper = await e1.ok(dealPaper, { quizId: 'open' })
    const result = await e1.ok(submitPaper, { attemptId: paper.attemptId, answers: halfRight(paper) })
    expect(result).toMatchObject({ score: 50, released: { now: true }, partial: 'proportional' })
    expect(result.items).toHaveLength(4)
    expect(result.lessons).toEqual([
      { id: 'helps', title: '讲第一题的课' },
      { id: 'helpsless', title: '讲第四题的课' },
    ])
  })

  test('wait until no paper can arrive any more', async () => {
    const e1 = county.as('e1')
    const paper = await e1.ok(dealPaper, { quizId: 'later' })
    const { attemptId } = paper
    const result = await e1.ok(submitPaper, { attemptId, answers: halfRight(paper) })
    expect(result).toMatchObject({
      score: 50,
      counts: { right: 2, wrong: 2 },
      released: { now: false, at: afterCloseAt },
      items: [],
      lessons: [],
    })
    await county.cloud.clock(afterCloseAt - 1000)
    expect((await e1.ok(getResult, { attemptId })).items).toEqual([])
    await county.cloud.clock(afterCloseAt)
    const released = await e1.ok(getResult, { attemptId })
    expect(released.items).toHaveLength(4)
    expect(released.lessons.map(({ id }) => id)).toContain('helps')
  })

  test('are never given where the quiz says so', async () => {
    const e1 = county.as('e1')
    const { attemptId } = await e1.ok(dealPaper, { quizId: 'secret' })
    await e1.ok(submitPaper, { attemptId, answers: [] })
    await county.cloud.clock(NOON + 300 * HOUR)
    expect(await e1.ok(getResult, { attemptId })).toMatchObject({
      released: { now: false, at: null },
      items: [],
      lessons: [],
    })
  })
})

describe('a practice', () => {
  test('is taken as often as one likes, without a time limit, and is in no figure', async () => {
    const w0 = county.as('w0')
    for (const number of [1, 2, 3]) {
      const paper = await w0.ok(dealPaper, { quizId: 'exercise' })
      expect(paper).toMatchObject({ number, mode: 'practice', minutes: 0, deadlineAt: NOON + 48 * HOUR })
      const { answer, databaseRequests } = await w0.call(submitPaper, {
        attemptId: paper.attemptId,
        answers: rightAnswers(paper),
      })
      expect(answer).toMatchObject({ ok: true, data: { score: 100, attemptsLeft: 99 - number } })
      expect(databaseRequests).toBe(2)
    }
    expect(await factsOf(county, 'exercise', 'w0')).toEqual([])
    expect((await w0.ok(getHome, {})).quizzes.map(({ id }) => id)).not.toContain('exercise')
    const study = await w0.ok(getStudy, {})
    expect(study.quizzes.find(({ id }) => id === 'exercise')).toMatchObject({
      attemptsUsed: 3,
      taken: true,
      today: null,
    })
  })

  test('has 99 papers: then the answer says where to go on', async () => {
    const w0 = county.as('w0')
    const [attempt] = (await county.cloud.all<{ _id: string }>('attempts')).filter(({ _id }) => _id === 'exercise.w0.3')
    await county.cloud.put('attempts', [{ ...attempt, _id: 'exercise.w0.99', number: 99 }])
    const { answer } = await w0.call(dealPaper, { quizId: 'exercise' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'NO_ATTEMPTS_LEFT' } })
    expect(answer.ok ? '' : answer.error.message).toContain('百题手册')
  })
})

describe('a daily series', () => {
  const rowOf = async (who: string) => (await county.as(who).ok(getHome, {})).quizzes.find(({ id }) => id === 'series')

  test('has one paper a day, until the end of the day, with other questions each day', async () => {
    const w1 = county.as('w1')
    expect(await rowOf('w1')).toMatchObject({ mode: 'daily', today: false, attemptsUsed: 0, taken: false })
    const second = await w1.ok(dealPaper, { quizId: 'series' })
    expect(second).toMatchObject({ attemptId: 'series.w1.2', number: 2, deadlineAt: OPENS + 2 * DAY })
    expect(await w1.ok(submitPaper, { attemptId: second.attemptId, answers: [] })).toMatchObject({ attemptsLeft: 0 })
    expect(await rowOf('w1')).toMatchObject({ today: true, attemptsUsed: 1, taken: true, openAttemptId: null })
    const { answer } = await w1.call(dealPaper, { quizId: 'series' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'NO_ATTEMPTS_LEFT' } })
    expect(answer.ok ? '' : answer.error.message).toContain('明天')

    const seen = new Set(second.items.map(({ questionId }) => questionId))
    for (const number of [3, 4]) {
      await county.cloud.clock(NOON + (number - 2) * DAY)
      const paper = await w1.ok(dealPaper, { quizId: 'series' })
      expect(paper.number).toBe(number)
      for (const { questionId } of paper.items) seen.add(questionId)
      const { databaseRequests } = await w1.call(submitPaper, { attemptId: paper.attemptId, answers: [] })
      // the participation is there already
      expect(databaseRequests).toBe(2)
    }
    expect(seen.size).toBe(6)
    // the whole series is one participation, of the first day
    expect(await factsOf(county, 'series', 'w1')).toMatchObject([{ day: '2026-11-10' }])
  })

  test('a paper of yesterday that was answered in time arrives today, beside today’s', async () => {
    const e2 = county.as('e2')
    const yesterday = await e2.ok(dealPaper, { quizId: 'series', along: true })
    await county.cloud.clock(NOON + DAY)
    expect(await rowOf('e2')).toMatchObject({ today: false, openAttemptId: null })
    const today = await e2.ok(dealPaper, { quizId: 'series' })
    expect(today.number).toBe(3)
    await e2.ok(submitPaper, { attemptId: today.attemptId, answers: [] })
    const answeredAt = NOON + HOUR
    const paper = { attemptId: yesterday.attemptId, answers: [], openedAt: NOON + 50 * MINUTE, answeredAt }
    const late = await e2.call(submitPaper, paper)
    expect(late).toMatchObject({ answer: { data: { submittedAt: answeredAt, number: 2 } }, databaseRequests: 3 })
    // the participation is that of the first day, although the second one's paper came in first; sent again nothing is added
    expect(await e2.call(submitPaper, paper)).toMatchObject({ databaseRequests: 1 })
    expect(await factsOf(county, 'series', 'e2')).toMatchObject([
      { revision: 0, day: '2026-11-11' },
      { revision: 1, day: '2026-11-10', occurredAt: answeredAt, withdrawn: false },
    ])
  })

  test('is over after its last day, before it closes', async () => {
    await county.cloud.clock(OPENS + 5 * DAY - 1000)
    expect(await county.as('e0').ok(dealPaper, { quizId: 'series' })).toMatchObject({ number: 5 })
    expect((await rowOf('e0'))?.closesAt).toBe(OPENS + 5 * DAY)
    await county.cloud.clock(OPENS + 5 * DAY)
    expect(await county.as('e0').code(dealPaper, { quizId: 'series' })).toBe('QUIZ_CLOSED')
    expect(await rowOf('e0')).toBeUndefined()
  })
})
