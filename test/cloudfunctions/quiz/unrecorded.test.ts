import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttemptDoc } from '../../../cloudfunctions/_data/documents'
import { dealPaper, submitPaper } from '../../../src/contracts/quiz'
import { getOverview } from '../../../src/contracts/stats'
import { NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { attemptOf, factsOf, MINUTE, quizLike } from './support'

let county: County
beforeAll(async () => {
  county = await startCounty()
  await county.cloud.put('quizzes', [quizLike('exercise', { mode: 'practice', minutes: 0 })])
})
afterAll(() => county.cloud.stop())

const rollup = async (now: number) => {
  await county.cloud.clock(now)
  return county.cloud.timer<{ ok: boolean; data: { recorded: number } }>('rollup')
}
const period = { orgId: 'county', from: '2026-11-01', to: '2026-11-30' }

test('a paper whose call died before its fact is recorded by the timer, once, when it counted', async () => {
  const e1 = county.as('e1')
  const { attemptId } = await e1.ok(dealPaper, { quizId: 'open' })
  // the first write of the call is the submission
  await county.cloud.chaos({ killAfterWrite: 1, seed: 1 })
  await expect(e1.call(submitPaper, { attemptId, answers: [] })).rejects.toThrow()
  await county.cloud.chaos(null)
  const { submission } = await attemptOf(county, attemptId)
  expect(submission).not.toBeNull()
  expect(await factsOf(county, 'open', 'e1')).toEqual([])

  // a call that is still under way may write it itself
  expect(await rollup(NOON + MINUTE)).toMatchObject({ ok: true, data: { recorded: 0 } })
  expect(await rollup(NOON + 5 * MINUTE)).toMatchObject({ ok: true, data: { recorded: 1 } })
  expect(await factsOf(county, 'open', 'e1')).toMatchObject([
    { _id: 'quiz.open.e1', occurredAt: submission?.at, orgId: 'east', channel: 'self', folded: true },
  ])
  const { figures } = await county.as('countyorg').ok(getOverview, period)
  expect(figures.find(({ code }) => code === 'quiz.people')?.value).toBe(1)
  expect(await rollup(NOON + 10 * MINUTE)).toMatchObject({ data: { recorded: 0 } })
  expect(await factsOf(county, 'open', 'e1')).toHaveLength(1)
})

test('a practice has no fact, and nobody who was no member then; more papers than one page are all looked at', async () => {
  const w0 = county.as('w0')
  await county.cloud.clock(NOON + 20 * MINUTE)
  const { attemptId } = await w0.ok(dealPaper, { quizId: 'exercise' })
  await w0.ok(submitPaper, { attemptId, answers: [] })
  const sample = await attemptOf(county, attemptId)
  const paper = (personId: string, quizId: string, receivedAt: number): AttemptDoc => ({
    ...sample,
    _id: `${quizId}.${personId}.7`,
    personId,
    quizId,
    owner: `${quizId}.${personId}`,
    submission: { at: receivedAt, receivedAt, openedAt: null, answeredAt: null, answers: [] },
  })
  // 1,100 at four instants: a page of 500 ends within the second one, to which the paper without a fact belongs
  const many = Array.from({ length: 1100 }, (_, i) => paper(`nobody${i}`, 'open', NOON + (21 + (i % 4)) * MINUTE))
  await county.cloud.put('attempts', [...many, paper('w1', 'open', NOON + 22 * MINUTE)])
  expect(await rollup(NOON + 30 * MINUTE)).toMatchObject({ data: { recorded: 1 } })
  expect(await factsOf(county, 'open', 'w1')).toHaveLength(1)
  expect(await factsOf(county, 'exercise', 'w0')).toEqual([])
})
