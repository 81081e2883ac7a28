import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Answer } from '../../../src/contracts/action'
import { getOverview, listMissing } from '../../../src/contracts/stats'
import { getCheckInBoard } from '../../../src/contracts/themeday'
import { makeFact } from '../../../src/domain/participation/fact'
import { HOUR, NOON, themeDays } from '../../support/county/activities'
import { openidOf, organisations } from '../../support/county/county'
import { type County, startCounty } from '../../support/county/start-county'

// what it does takes its time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 240_000 })

/** A function's answer is at most this (platform: 1 MB of text). */
const MOST_BYTES = 1_000_000
/** The county of the plan has 229 committees and general branches; a large one has more. */
const COMMITTEES = 400

let county: County
beforeAll(async () => {
  county = await startCounty()
  const [top] = organisations
  const committees = Array.from({ length: COMMITTEES }, (_, i) => ({
    ...top,
    _id: `committee-${i}`,
    name: `示例县第${i}个街道社区联合党委`,
    kind: 'committee',
    category: 'community',
    parentId: 'county',
    path: ['county', `committee-${i}`],
    order: 10 + i,
  }))
  await county.cloud.put('organisations', committees)
})
afterAll(() => county.cloud.stop())

const bytesOf = async (fn: string, action: string, input: object) => {
  const called = await county.cloud.call<Answer<unknown>>(
    fn,
    action,
    input,
    await county.cloud.loginAs(openidOf('countyorg')),
  )
  if (!called.result.ok) throw new Error(called.result.error.code)
  return Buffer.byteLength(JSON.stringify(called.result))
}

test('the figures of a county with 400 committees over two years fit into one answer', async () => {
  const period = { orgId: 'county', from: '2025-01-01', to: '2026-12-31' }
  expect(await bytesOf('stats', getOverview.name, period)).toBeLessThan(MOST_BYTES)
  expect(await bytesOf('stats', listMissing.name, { ...period, kind: 'quiz' })).toBeLessThan(MOST_BYTES)
})

test('a theme day with 3,000 arrivals counts every one, and a correction in place of what it corrects', async () => {
  const [day] = themeDays
  await county.cloud.put('themeDays', [{ ...day, _id: 'crowded', orgId: 'county', status: 'open' }])
  const arrival = (i: number) =>
    makeFact({
      kind: 'themeday',
      activityId: 'crowded',
      person: { id: `p${i}`, seat: 1000 + i, orgId: 'east', mobile: false },
      occurredAt: NOON - HOUR + i,
      recordedAt: NOON - HOUR + i,
      channel: i % 3 === 0 ? 'remote' : 'self',
    })
  const facts = Array.from({ length: 3000 }, (_, i) => arrival(i))
  // the first is taken back, the second came remotely after all
  const corrections = [
    { ...arrival(0), _id: 'themeday.crowded.p0.1', revision: 1, withdrawn: true },
    { ...arrival(1), _id: 'themeday.crowded.p1.1', revision: 1, channel: 'remote' as const },
  ]
  for (let i = 0; i < facts.length; i += 500) await county.cloud.put('facts', facts.slice(i, i + 500))
  await county.cloud.put('facts', corrections)
  const board = await county.as('countyorg').ok(getCheckInBoard, { themeDayId: 'crowded' })
  // 1,000 of 3,000 are remote (0, 3, … 2997); one of them is gone and one more came
  expect(board).toMatchObject({ onSite: 1999, remote: 1000, proxy: 0 })
  expect(board.arrivals).toHaveLength(50)
  expect(board.arrivals[0]?.at).toBe(NOON - HOUR + 2999)
})
