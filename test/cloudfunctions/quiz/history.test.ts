import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { AttemptDoc } from '../../../cloudfunctions/_data/documents'
import { dealPaper, listAttempts, submitPaper } from '../../../src/contracts/quiz'
import { HOUR, NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { attemptOf, halfRight, quizLike } from './support'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

test('one’s own attempts, latest first, with what became of each', async () => {
  const e1 = county.as('e1')
  expect(await e1.ok(listAttempts, { before: null })).toEqual({ rows: [], next: null })
  const first = await e1.ok(dealPaper, { quizId: 'open' })
  await e1.ok(submitPaper, { attemptId: first.attemptId, answers: halfRight(first) })
  await county.cloud.clock(NOON + HOUR)
  const second = await e1.ok(dealPaper, { quizId: 'open' })
  // someone whose id begins with this one's
  await county.cloud.put('attempts', [
    { ...(await attemptOf(county, first.attemptId)), _id: 'open.e12.1', personId: 'e12' },
  ])

  const listed = await e1.call(listAttempts, { before: null })
  expect(listed.databaseRequests).toBe(3)
  expect(listed.answer).toEqual({
    ok: true,
    data: {
      rows: [
        {
          attemptId: second.attemptId,
          quizId: 'open',
          title: '测试答题open',
          mode: 'exam',
          number: 2,
          dealtAt: second.dealtAt,
          state: 'open',
          arriveBy: null,
          submittedAt: null,
          score: null,
          maxScore: 100,
          passed: null,
        },
        expect.objectContaining({ attemptId: first.attemptId, state: 'submitted', score: 50, passed: false }),
      ],
      next: null,
    },
  })
  await county.cloud.clock(NOON + 2 * HOUR)
  const later = await e1.ok(listAttempts, { before: null })
  expect(later.rows.map(({ state }) => state)).toEqual(['expired', 'submitted'])
})

test('page by page, each attempt once, also those dealt at the same instant', async () => {
  const w0 = county.as('w0')
  const { attemptId } = await w0.ok(dealPaper, { quizId: 'open' })
  const dealt: AttemptDoc = await attemptOf(county, attemptId)
  const quizzes = Array.from({ length: 25 }, (_, i) => quizLike(`quiz-${i}`, { mode: 'practice' }))
  await county.cloud.put('quizzes', quizzes)
  // 75 attempts, three at each instant: no page of 20 ends between instants
  const copies = quizzes.flatMap(({ _id: quizId }, i) =>
    [1, 2, 3].map((number) => ({
      ...dealt,
      _id: `${quizId}.w0.${number}`,
      quizId,
      number,
      owner: `${quizId}.w0`,
      dealtAt: NOON - HOUR - i * 1000,
    })),
  )
  await county.cloud.put('attempts', copies)
  const seen: string[] = []
  const sizes: number[] = []
  for (let before: number | null = null; ; ) {
    const page: { rows: { attemptId: string }[]; next: number | null } = await w0.ok(listAttempts, { before })
    seen.push(...page.rows.map((row) => row.attemptId))
    sizes.push(page.rows.length)
    if (page.next === null) break
    before = page.next
  }
  expect(seen).toHaveLength(76)
  expect(new Set(seen).size).toBe(76)
  expect(seen[0]).toBe(attemptId)
  // 1 + 6 × 3 = 19, so the 20th row brings two more; then 20 rows end within the seventh instant
  expect(sizes).toEqual([22, 21, 21, 12])
})
