import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { caseSentences } from '../../../src/contracts/errors'
import { getStudy } from '../../../src/contracts/learn'
import { dealPaper, getResult, keepDraft, listAttempts, type Paper, submitPaper } from '../../../src/contracts/quiz'
import { HOUR, NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { attemptOf, halfRight, MINUTE, quizLike, rightAnswers } from './support'

let county: County
beforeAll(async () => {
  county = await startCounty()
  await county.cloud.put('quizzes', [
    quizLike('train', { graceHours: 24 }),
    quizLike('once', { graceHours: 24, attemptsAllowed: 1 }),
    quizLike('sealed', { graceHours: 24 }),
    quizLike('later', { graceHours: 6, release: 'afterClose' }),
  ])
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

/** Right answers to the first `count` questions, as taps from an instant on. */
const taps = (paper: Paper, count: number, from: number) =>
  rightAnswers(paper)
    .slice(0, count)
    .map((answer, i) => ({ ...answer, at: from + i }))
const untimed = (answers: ReturnType<typeof taps>) => answers.map(({ at: _at, ...answer }) => answer)

describe('a paper taken along', () => {
  test('that was opened with a network is open everywhere, and its minutes run on: not even the phone itself gets new ones', async () => {
    const e1 = county.as('e1')
    const paper = await e1.ok(dealPaper, { quizId: 'sealed', along: true })
    expect(paper.openedAt).toBeNull()
    const { attemptId } = paper
    const openedAt = NOON + 30 * HOUR
    await county.cloud.clock(openedAt + 1000)
    const nothing = { answers: [], marked: [] }
    const told = await e1.call(keepDraft, { attemptId, draft: nothing, openedAt })
    expect(told).toMatchObject({ answer: { data: { openedAt } }, databaseRequests: 2 })
    // told again, and by a phone that opened it later
    expect(await e1.call(keepDraft, { attemptId, draft: nothing, openedAt })).toMatchObject({ databaseRequests: 1 })
    const later = await e1.ok(keepDraft, { attemptId, draft: nothing, openedAt: openedAt + 500 })
    expect(later.openedAt).toBe(openedAt)
    expect(await e1.ok(dealPaper, { quizId: 'sealed', resume: true })).toMatchObject({ attemptId, openedAt })

    await county.cloud.clock(openedAt + 20 * MINUTE)
    expect(await e1.code(dealPaper, { quizId: 'sealed', resume: true })).toBe('ATTEMPT_EXPIRED')
    await county.cloud.clock(openedAt + 21 * MINUTE)
    expect(await e1.code(keepDraft, { attemptId, draft: nothing, openedAt })).toBe('ATTEMPT_EXPIRED')
    const anew = { attemptId, answers: [], openedAt: openedAt + 20 * MINUTE, answeredAt: openedAt + 21 * MINUTE }
    expect(await e1.code(submitPaper, anew)).toBe('ATTEMPT_EXPIRED')
    // what was answered in its minutes still may come, as long as for any paper taken along
    await county.cloud.clock(paper.arriveBy - 10 * MINUTE)
    await e1.ok(submitPaper, { attemptId, answers: [], openedAt, answeredAt: openedAt + 19 * MINUTE })
  })
})

describe('an attempt that ran out while its phone has no network', () => {
  test('is said to be under way until its grace is over, and costs nobody a second one unasked', async () => {
    const w0 = county.as('w0')
    const { attemptId, deadlineAt, arriveBy } = await w0.ok(dealPaper, { quizId: 'once' })
    const rowOf = async () => (await w0.ok(getStudy, {})).quizzes.find(({ id }) => id === 'once')
    expect((await rowOf())?.mayArrive).toBeUndefined()
    await county.cloud.clock(deadlineAt)
    expect((await rowOf())?.mayArrive).toEqual({ attemptId, until: arriveBy })
    const [listed] = (await w0.ok(listAttempts, { before: null })).rows
    expect(listed).toMatchObject({ attemptId, state: 'mayArrive', arriveBy })
    const refused = await w0.call(dealPaper, { quizId: 'once' })
    expect(refused.answer).toMatchObject({
      ok: false,
      error: { code: 'NO_ATTEMPTS_LEFT', message: caseSentences.stillUnderWay.say },
    })
    await county.cloud.clock(arriveBy)
    expect((await rowOf())?.mayArrive).toBeUndefined()
    expect((await w0.ok(listAttempts, { before: null })).rows[0]).toMatchObject({ state: 'expired', arriveBy: null })
    const spent = await w0.call(dealPaper, { quizId: 'once' })
    expect(spent.answer).not.toMatchObject({ error: { message: caseSentences.stillUnderWay.say } })
    await county.cloud.clock(arriveBy - 10 * MINUTE)
    await w0.ok(submitPaper, { attemptId, answers: [], answeredAt: deadlineAt - MINUTE })
    expect((await rowOf())?.mayArrive).toBeUndefined()
  })
})

describe('a paper that a phone hands in by itself', () => {
  test('takes in what another phone answered more; the other phone adds nothing, and repeats change nothing', async () => {
    const e2 = county.as('e2')
    const paper = await e2.ok(dealPaper, { quizId: 'train' })
    const { attemptId, dealtAt, deadlineAt } = paper
    // the phone at home got on to the fourth question, and its battery died
    await e2.ok(keepDraft, { attemptId, draft: { answers: taps(paper, 4, dealtAt + 1000), marked: [] } })
    await county.cloud.clock(deadlineAt + 2 * HOUR)
    const old = taps(paper, 1, dealtAt)
    const byItself = {
      attemptId,
      answers: untimed(old),
      draft: { answers: old, marked: [] },
      answeredAt: deadlineAt,
    }
    const first = await e2.call(submitPaper, byItself)
    expect(first).toMatchObject({ answer: { data: { score: 100, other: null } }, databaseRequests: 3 })
    expect(await e2.call(submitPaper, byItself)).toMatchObject({ answer: first.answer, databaseRequests: 1 })
    const home = taps(paper, 4, dealtAt + 1000)
    const same = { attemptId, answers: untimed(home), draft: { answers: home, marked: [] }, answeredAt: deadlineAt }
    expect(await e2.ok(submitPaper, same)).toMatchObject({ score: 100, other: null })
    expect((await attemptOf(county, attemptId)).others).toEqual([])
  })

  test('has what another phone was told is kept, also when it is told so at the same moment', async () => {
    const quizzes = Array.from({ length: 8 }, (_, i) => `atonce${i}`)
    await county.cloud.put(
      'quizzes',
      quizzes.map((id) => quizLike(id, {})),
    )
    for (const quizId of quizzes) {
      const e1 = county.as('e1')
      const paper = await e1.ok(dealPaper, { quizId })
      const { attemptId, dealtAt } = paper
      const draft = { answers: taps(paper, 4, dealtAt), marked: [] }
      const own = taps(paper, 1, dealtAt)
      const byItself = { attemptId, answers: untimed(own), draft: { answers: own, marked: [] } }
      const [kept] = await Promise.all([e1.call(keepDraft, { attemptId, draft }), e1.call(submitPaper, byItself)])
      // whoever was slower is told, and sends again
      await e1.ok(submitPaper, byItself)
      const { submission } = await attemptOf(county, attemptId)
      if (kept.answer.ok) expect(submission?.answers).toHaveLength(4)
      else expect(['BUSY', 'ALREADY_SUBMITTED']).toContain(kept.answer.error.code)
    }
  })

  test('does not stand against what a person hands in: that one is taken as it is', async () => {
    const d0 = county.as('d0')
    const paper = await d0.ok(dealPaper, { quizId: 'train' })
    const { attemptId, dealtAt } = paper
    await d0.ok(keepDraft, { attemptId, draft: { answers: taps(paper, 4, dealtAt), marked: [] } })
    const own = untimed(taps(paper, 1, dealtAt))
    expect(await d0.ok(submitPaper, { attemptId, answers: own })).toMatchObject({ score: 25 })
    expect((await attemptOf(county, attemptId)).draft).toBeNull()
  })
})

test('a result says how many papers are left now, whichever attempt it is of', async () => {
  const w1 = county.as('w1')
  const first = await w1.ok(dealPaper, { quizId: 'train' })
  expect(await w1.ok(submitPaper, { attemptId: first.attemptId, answers: [] })).toMatchObject({ attemptsLeft: 1 })
  const second = await w1.ok(dealPaper, { quizId: 'train' })
  expect(await w1.ok(getResult, { attemptId: first.attemptId })).toMatchObject({ attemptsLeft: 0 })
  await w1.ok(submitPaper, { attemptId: second.attemptId, answers: [] })
  const again = await w1.call(submitPaper, { attemptId: first.attemptId, answers: [] })
  expect(again).toMatchObject({ answer: { data: { attemptsLeft: 0 } }, databaseRequests: 1 })
  expect(await w1.ok(getResult, { attemptId: second.attemptId })).toMatchObject({ attemptsLeft: 0 })
})

test('another paper has no marks before the keys are released: paper by paper they would tell the key', async () => {
  const e0 = county.as('e0')
  const paper = await e0.ok(dealPaper, { quizId: 'later' })
  const { attemptId } = paper
  await e0.ok(submitPaper, { attemptId, answers: halfRight(paper) })
  expect((await e0.ok(submitPaper, { attemptId, answers: rightAnswers(paper) })).other).toMatchObject({ score: null })
  await county.cloud.clock(NOON + 54 * HOUR)
  expect((await e0.ok(getResult, { attemptId })).other).toMatchObject({ score: 100 })
})

test('an attempt of which a question is gone has no marks, and hides no other attempt', async () => {
  const inspector = county.as('inspector')
  const broken = await inspector.ok(dealPaper, { quizId: 'train' })
  await inspector.ok(submitPaper, { attemptId: broken.attemptId, answers: [] })
  const whole = await attemptOf(county, broken.attemptId)
  await county.cloud.put('attempts', [{ ...whole, dealt: [{ questionId: 'gone', order: [0] }, ...whole.dealt] }])
  await inspector.ok(dealPaper, { quizId: 'open' })
  const { rows } = await inspector.ok(listAttempts, { before: null })
  expect(rows).toHaveLength(2)
  expect(rows.find(({ attemptId }) => attemptId === broken.attemptId)).toMatchObject({
    state: 'submitted',
    score: null,
    passed: null,
  })
})
