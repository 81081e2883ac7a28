import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { dealPaper, getResult, submitPaper } from '../../../src/contracts/quiz'
import { HOUR, NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { attemptOf, factsOf, halfRight, MINUTE, quizLike, rightAnswers } from './support'

let county: County
const CLOSES = NOON + 48 * HOUR
beforeAll(async () => {
  county = await startCounty()
  await county.cloud.put('quizzes', [
    quizLike('grace', { graceHours: 24 }),
    quizLike('strict', { graceHours: 0 }),
    quizLike('along', { graceHours: 24 }),
  ])
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

describe('a paper answered in time without a network', () => {
  test('arrives hours later, counts when it was answered, and both times are kept', async () => {
    const e1 = county.as('e1')
    const paper = await e1.ok(dealPaper, { quizId: 'grace' })
    expect(paper).toMatchObject({ along: false, minutes: 20, arriveBy: paper.deadlineAt + 24 * HOUR, draft: null })
    const openedAt = paper.dealtAt + 5
    const answeredAt = paper.dealtAt + 12 * MINUTE
    await county.cloud.clock(NOON + 20 * HOUR)
    const late = await e1.call(submitPaper, {
      attemptId: paper.attemptId,
      answers: rightAnswers(paper),
      openedAt,
      answeredAt,
    })
    if (!late.answer.ok) throw new Error(late.answer.error.code)
    expect(late.databaseRequests).toBe(3)
    const { submittedAt, receivedAt, score } = late.answer.data
    expect([submittedAt, score]).toEqual([answeredAt, 100])
    expect(receivedAt).toBeGreaterThanOrEqual(NOON + 20 * HOUR)
    const [fact, ...more] = await factsOf(county, 'grace', 'e1')
    expect(more).toEqual([])
    // the day on which it was answered, not the next one on which it arrived
    expect(fact).toMatchObject({ occurredAt: answeredAt, recordedAt: receivedAt, day: '2026-11-10' })
    expect((await attemptOf(county, paper.attemptId)).submission).toMatchObject({ openedAt, answeredAt, receivedAt })
  })

  test('is too late after the grace, and without a word of when it was answered after thirty seconds', async () => {
    const w0 = county.as('w0')
    const paper = await w0.ok(dealPaper, { quizId: 'grace' })
    const { attemptId } = paper
    const answeredAt = paper.dealtAt + MINUTE
    await county.cloud.clock(paper.deadlineAt + 31_000)
    expect(await w0.code(submitPaper, { attemptId, answers: [] })).toBe('ATTEMPT_EXPIRED')
    await county.cloud.clock(paper.arriveBy + 1000)
    expect(await w0.code(submitPaper, { attemptId, answers: [], answeredAt })).toBe('ATTEMPT_EXPIRED')
    await county.cloud.clock(CLOSES + 30 * HOUR)
    expect(await w0.code(submitPaper, { attemptId, answers: [], answeredAt })).toBe('QUIZ_CLOSED')
    await county.cloud.clock(paper.arriveBy - 1000)
    await w0.ok(submitPaper, { attemptId, answers: [], answeredAt })
  })

  test('is not taken late where the quiz allows no grace', async () => {
    const w1 = county.as('w1')
    const paper = await w1.ok(dealPaper, { quizId: 'strict' })
    expect(paper.arriveBy).toBe(paper.deadlineAt)
    await county.cloud.clock(paper.deadlineAt + 31_000)
    const input = { attemptId: paper.attemptId, answers: [], answeredAt: paper.dealtAt + MINUTE }
    expect(await w1.code(submitPaper, input)).toBe('ATTEMPT_EXPIRED')
  })

  test('whose phone has a wrong clock counts within what can be', async () => {
    const w1 = county.as('w1')
    const paper = await w1.ok(dealPaper, { quizId: 'grace' })
    const input = { attemptId: paper.attemptId, answers: [], openedAt: 0, answeredAt: NOON + 300 * HOUR }
    const result = await w1.ok(submitPaper, input)
    expect(result.submittedAt).toBe(result.receivedAt)
    expect((await attemptOf(county, paper.attemptId)).submission?.openedAt).toBe(paper.dealtAt)
  })
})

describe('a paper taken along', () => {
  test('has until the end of the quiz, and its minutes from its opening', async () => {
    const e2 = county.as('e2')
    const paper = await e2.ok(dealPaper, { quizId: 'along', along: true })
    expect(paper).toMatchObject({ along: true, minutes: 20, deadlineAt: CLOSES, arriveBy: CLOSES + 24 * HOUR })
    // asked for again with a network, it is the same one, still sealed
    expect(await e2.ok(dealPaper, { quizId: 'along' })).toMatchObject({ attemptId: paper.attemptId, along: true })
    const openedAt = NOON + 40 * HOUR
    await county.cloud.clock(CLOSES + 10 * HOUR)
    const input = { attemptId: paper.attemptId, answers: rightAnswers(paper), openedAt }
    expect(await e2.code(submitPaper, { ...input, answeredAt: openedAt + 21 * MINUTE })).toBe('ATTEMPT_EXPIRED')
    const result = await e2.ok(submitPaper, { ...input, answeredAt: openedAt + 19 * MINUTE })
    expect(result).toMatchObject({ submittedAt: openedAt + 19 * MINUTE, score: 100, attemptsLeft: 0 })
    expect(await factsOf(county, 'along', 'e2')).toMatchObject([{ day: '2026-11-12', mobile: true }])
  })

  test('is not sealed afterwards: an attempt that was begun goes on as it is', async () => {
    const e0 = county.as('e0')
    const begun = await e0.ok(dealPaper, { quizId: 'along' })
    expect(await e0.ok(dealPaper, { quizId: 'along', along: true })).toMatchObject({
      attemptId: begun.attemptId,
      along: false,
      deadlineAt: begun.deadlineAt,
    })
  })
})

describe('a different paper of the same attempt, from another phone', () => {
  test('is kept beside the first, which counts; the result names it; sent again it is kept once', async () => {
    const d0 = county.as('d0')
    const paper = await d0.ok(dealPaper, { quizId: 'grace' })
    const { attemptId, dealtAt } = paper
    const first = await d0.ok(submitPaper, { attemptId, answers: halfRight(paper), answeredAt: dealtAt + MINUTE })
    expect(first).toMatchObject({ score: 50, other: null })
    const facts = await factsOf(county, 'grace', 'd0')

    await county.cloud.clock(NOON + 2 * HOUR)
    const second = { attemptId, answers: rightAnswers(paper), openedAt: dealtAt, answeredAt: dealtAt + 2 * MINUTE }
    const conflict = await d0.call(submitPaper, second)
    if (!conflict.answer.ok) throw new Error(conflict.answer.error.code)
    expect(conflict.databaseRequests).toBe(2)
    const { other, ...marks } = conflict.answer.data
    expect({ ...marks, other: null }).toEqual(first)
    expect(other).toMatchObject({ score: 100, answeredAt: dealtAt + 2 * MINUTE })
    expect(other?.receivedAt).toBeGreaterThanOrEqual(NOON + 2 * HOUR)

    const repeat = await d0.call(submitPaper, { ...second, answers: [...second.answers].reverse() })
    expect(repeat.databaseRequests).toBe(1)
    expect(repeat.answer).toMatchObject({ ok: true, data: { other } })
    expect(await d0.call(submitPaper, { attemptId, answers: halfRight(paper) })).toMatchObject({ databaseRequests: 1 })
    const asked = await d0.call(getResult, { attemptId })
    expect(asked).toMatchObject({ databaseRequests: 1, answer: conflict.answer })
    expect((await attemptOf(county, attemptId)).others).toHaveLength(1)
    expect(await factsOf(county, 'grace', 'd0')).toEqual(facts)
  })

  test('is refused when it is not of this paper, and five others are enough', async () => {
    const townorg = county.as('townorg')
    const paper = await townorg.ok(dealPaper, { quizId: 'grace' })
    const { attemptId } = paper
    await townorg.ok(submitPaper, { attemptId, answers: [] })
    const foreign = { attemptId, answers: [{ questionId: 'q9', chosen: [0] }] }
    expect(await townorg.code(submitPaper, foreign)).toBe('ANSWERS_DO_NOT_FIT')
    const subsets = [[0], [1], [2], [3], [0, 1], [1, 2], [2, 3]]
    for (const chosen of subsets) await townorg.ok(submitPaper, { attemptId, answers: [{ questionId: 'q2', chosen }] })
    const kept = (await attemptOf(county, attemptId)).others.map(({ answers }) => answers[0]?.chosen)
    expect(kept).toEqual(subsets.slice(0, 5))
  })

  test('sent at the same moment: one counts, the other is kept, whoever is asked', async () => {
    const phones = [county.as('inspector'), county.as('inspector')] as const
    const paper = await phones[0].ok(dealPaper, { quizId: 'grace' })
    const { attemptId } = paper
    const insist = async (phone: (typeof phones)[number], answers: ReturnType<typeof halfRight>) => {
      for (;;) {
        const { answer } = await phone.call(submitPaper, { attemptId, answers })
        if (answer.ok) return answer.data
        expect(answer.error.code).toBe('BUSY')
      }
    }
    const results = await Promise.all([insist(phones[0], rightAnswers(paper)), insist(phones[1], halfRight(paper))])
    const { submission, others } = await attemptOf(county, attemptId)
    expect(others).toHaveLength(1)
    expect(JSON.stringify(submission?.answers)).not.toBe(JSON.stringify(others[0]?.answers))
    const score = (await phones[0].ok(getResult, { attemptId })).score
    expect([50, 100]).toContain(score)
    expect(results.map((result) => result.score)).toEqual([score, score])
    expect((await phones[1].ok(getResult, { attemptId })).other?.score).toBe(150 - score)
    expect(await factsOf(county, 'grace', 'inspector')).toHaveLength(1)
  })
})
