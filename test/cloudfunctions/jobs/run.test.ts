import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { JobDoc } from '../../../cloudfunctions/_data/documents'
import { startExport } from '../../../src/contracts/exports'
import { getJob } from '../../../src/contracts/jobs'
import { HOUR, NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { download, finish, newKey, november } from './support'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
beforeEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

const view = { what: 'missing', orgId: 'town', kind: 'quiz', ...november }
const order = async () => (await county.as('townorg').ok(startExport, { key: newKey(), view })).id
const stored = async (id: string) => (await county.cloud.all<JobDoc>('jobs')).find(({ _id }) => _id === id) as JobDoc
const change = async (id: string, changes: Partial<JobDoc>) =>
  county.cloud.put('jobs', [{ ...(await stored(id)), ...changes }])
const timer = () => county.cloud.timer<{ ok: boolean; data: { ended: number } }>('jobs')

test('a timer finishes what nobody looks at', async () => {
  const id = await order()
  expect((await timer()).ok).toBe(true)
  expect(await stored(id)).toMatchObject({ state: 'done', open: false })
  // looking at it costs one request
  const { databaseRequests } = await county.as('townorg').call(getJob, { id })
  expect(databaseRequests).toBe(1)
})

test('eight at once do it once: one file, nothing left in between', async () => {
  const id = await order()
  const page = () => county.as('townorg').ok(getJob, { id, work: true })
  const seen = await Promise.all([page(), page(), timer(), page(), timer(), page(), timer(), page()])
  expect(seen).toHaveLength(8)
  const job = await finish(county, 'townorg', id)
  expect((await download(job)).length).toBe(job.file?.bytes)
  await timer()
  expect((await stored(id)).open).toBe(false)
  expect(await county.cloud.all('jobParts')).toEqual([])
})

describe('a worker that died', () => {
  test('holds its job for half a minute, and then another goes on with it', async () => {
    const id = await order()
    await change(id, { leaseUntil: NOON + 30_000, failures: 1 })
    await county.cloud.clock(NOON)
    expect((await county.as('townorg').ok(getJob, { id, work: true })).state).toBe('waiting')
    await county.cloud.clock(NOON + 40_000)
    expect((await finish(county, 'townorg', id)).state).toBe('done')
  })

  test('does not hold it longer when the clock was put back since', async () => {
    const id = await order()
    await change(id, { leaseUntil: NOON + 400 * 24 * HOUR })
    expect((await finish(county, 'townorg', id)).state).toBe('done')
  })

  test('in the same step again and again, without a word: the job is given up, and says so', async () => {
    const id = await order()
    await change(id, { failures: 12 })
    const job = await finish(county, 'townorg', id)
    expect(job).toMatchObject({ state: 'failed', file: null })
    expect(job.problem).toContain('请再试一次')
  })
})

test('a step that throws is tried again, later each time, and given up in the end', async () => {
  const id = await order()
  // no order that the contract would let in: its step cannot be made
  await change(id, { input: { view: null, orgName: '示例镇党委', names: false } })
  let now = NOON
  const pauses = new Map<number, number>()
  for (let round = 0; ; round++) {
    const job = await county.as('townorg').ok(getJob, { id, work: true })
    if (job.state === 'failed') break
    const { failures, leaseUntil, updatedAt } = await stored(id)
    // the cloud's own timer may be on it at this moment: then it is held, and for longer
    pauses.set(failures, Math.min(pauses.get(failures) ?? Number.POSITIVE_INFINITY, leaseUntil - updatedAt))
    if (round > 40) throw new Error('it is never given up')
    now += 31_000
    await county.cloud.clock(now)
  }
  expect(pauses.size).toBeGreaterThan(4)
  for (const [failures, pause] of pauses) expect(pause).toBeGreaterThanOrEqual(Math.min(2 ** failures, 30) * 1000)
  expect(Math.max(...pauses.keys())).toBeLessThanOrEqual(12)
  await county.cloud.clock(now + 31_000)
  await timer()
  expect(await stored(id)).toMatchObject({ state: 'failed', open: false, result: null })
})

test('one that cannot go on keeps the others from nothing', async () => {
  const [bad, good] = [await order(), await order()]
  await change(bad, { input: {}, updatedAt: 1 })
  await timer()
  expect(await stored(good)).toMatchObject({ state: 'done' })
  expect(await stored(bad)).toMatchObject({ state: 'waiting', open: true })
  await change(bad, { failures: 12, leaseUntil: 0 })
  await timer()
  expect(await stored(bad)).toMatchObject({ state: 'failed', open: false })
})

test('parts of a look at the index that nobody finished are never read, and go with the others', async () => {
  const id = await order()
  await county.cloud.put('jobParts', [
    { _id: `${id}.other.heads`, jobId: id, name: 'other.heads', data: { heads: [{ name: '错', columns: [] }] } },
    { _id: `${id}.other.rows.00.0000`, jobId: id, name: 'other.rows.00.0000', data: { rows: [['错']] } },
  ])
  const job = await finish(county, 'townorg', id)
  expect((await download(job)).toString('latin1')).not.toContain(Buffer.from('错').toString('latin1'))
  await timer()
  expect(await county.cloud.all('jobParts')).toEqual([])
})

test('one person has three in the making, and thirty a day', async () => {
  await county.cloud.clock(NOON + 48 * HOUR)
  const send = (key: string) => county.as('countyorg').call(startExport, { key, view })
  const keys = [newKey(), newKey(), newKey()]
  for (const key of keys) expect((await send(key)).answer.ok).toBe(true)
  const fourth = newKey()
  expect((await send(fourth)).answer).toMatchObject({ error: { code: 'TOO_MANY_JOBS' } })
  // the same order again is no further one, and others have theirs
  expect((await send(keys[0] ?? '')).answer.ok).toBe(true)
  expect((await county.as('townorg').call(startExport, { key: newKey(), view })).answer.ok).toBe(true)
  for (let n = 0; n < 4; n++) await timer()
  for (let n = 3; n < 30; n++) {
    expect((await send(newKey())).answer.ok).toBe(true)
    await timer()
  }
  expect((await send(newKey())).answer).toMatchObject({ error: { code: 'TOO_MANY_JOBS' } })
  await county.cloud.clock(NOON + 73 * HOUR)
  expect((await send(newKey())).answer.ok).toBe(true)
})
