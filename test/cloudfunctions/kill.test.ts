import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { dealPaper, submitPaper } from '../../src/contracts/quiz'
import { getOverview } from '../../src/contracts/stats'
import { NOON } from '../support/county/activities'
import { people, person } from '../support/county/county'
import { type County, player, putPeople, startCounty } from '../support/county/start-county'

// what it does takes its time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 240_000 })

let county: County
const crowd = Array.from({ length: 50 }, (_, n) => person(`x${n}`, 'west', 100 + n))
beforeAll(async () => {
  county = await startCounty()
  const west = (await county.cloud.all<{ _id: string } & Record<string, unknown>>('organisations')).find(
    ({ _id }) => _id === 'west',
  )
  await county.cloud.put('organisations', [
    {
      ...west,
      seats: [
        [10, 20],
        [100, 200],
      ],
    },
  ])
  await putPeople(county.cloud, [...people, ...crowd])
})
afterAll(() => county.cloud.stop())

const period = { from: '2026-11-01', to: '2026-11-30' }
const quizPeople = async (orgId: string) => {
  const { figures } = await county.as('countyorg').ok(getOverview, { orgId, ...period })
  return figures.find(({ code }) => code === 'quiz.people')?.value
}
const ids = async (collection: string, keep: (document: Record<string, unknown>) => boolean = () => true) =>
  (await county.cloud.all(collection))
    .filter(keep)
    .map(({ _id }) => String(_id))
    .sort()

test('killed in the middle of 50 submissions, it keeps every acknowledged one once, and the figures equal a recount', async () => {
  const papers = new Map<string, string>()
  for (const { _id } of crowd) papers.set(_id, (await county.as(_id).ok(dealPaper, { quizId: 'open' })).attemptId)

  const acknowledged: string[] = []
  const submitting = crowd.map(async ({ _id }) => {
    const { answer } = await county.as(_id).call(submitPaper, { attemptId: papers.get(_id), answers: [] })
    if (!answer.ok) throw new Error(answer.error.code)
    acknowledged.push(_id)
    if (acknowledged.length === 20) county.cloud.kill()
  })
  const outcomes = await Promise.allSettled(submitting)
  expect(acknowledged.length).toBeGreaterThanOrEqual(20)
  expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true)

  await county.cloud.restart()
  await county.cloud.clock(NOON)
  const submitted = await ids('attempts', ({ submission }) => submission !== null)
  const facts = await ids('facts')
  for (const personId of acknowledged) {
    expect(submitted).toContain(`open.${personId}.1`)
    expect(facts).toContain(`quiz.open.${personId}`)
  }

  // the figures, before a fold, after it and after another one, are a plain count of the ledger
  const recount = new Set(facts).size
  expect(await quizPeople('county')).toBe(recount)
  await county.cloud.timer('rollup')
  expect(await quizPeople('west')).toBe(recount)
  await county.cloud.timer('rollup')
  expect(await quizPeople('west')).toBe(recount)

  // everyone sends again, as their phones would
  for (const { _id } of crowd) {
    await player(county.cloud, _id).ok(submitPaper, { attemptId: papers.get(_id), answers: [] })
  }
  expect(await ids('facts')).toEqual(crowd.map(({ _id }) => `quiz.open.${_id}`).sort())
  expect(await quizPeople('county')).toBe(50)
})
