import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProbeCloud } from './probe'
import { startProbe } from './probe'

let cloud: ProbeCloud
let token: string

beforeAll(async () => {
  cloud = await startProbe()
  token = await cloud.loginAs('tester-a')
})
afterAll(() => cloud?.stop())

describe('a function', () => {
  it('stays warm, and its results pass through JSON', async () => {
    const first = await cloud.callRaw<{ runs: number }>('slow', {}, token)
    const second = await cloud.callRaw<{ runs: number }>('slow', {}, token)
    expect(second.result.runs).toBe(first.result.runs + 1)
    expect(await cloud.value(`return { d: new Date(0), u: undefined, n: NaN }`)).toEqual({
      d: '1970-01-01T00:00:00.000Z',
      n: null,
    })
  })

  it('that throws is an error of the call, and the worker goes on', async () => {
    const failed = await cloud.callRaw('probe', { code: 'syntax error here' }, token)
    expect(failed.status).toBe(200)
    expect(failed.body).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('cloud.callFunction:fail') as string,
    })
    expect(await cloud.value('return 1')).toBe(1)
  })

  it('that takes too long is ended with its worker', async () => {
    await cloud.callRaw('slow', {}, token)
    const { body } = await cloud.callRaw('slow', { ms: 5000 }, token)
    expect(body).toMatchObject({
      errCode: -504003,
      errMsg: expect.stringContaining('timed out after 1 seconds') as string,
    })
    expect((await cloud.callRaw<{ runs: number }>('slow', {}, token)).result.runs).toBe(1)
  })

  it('that ends its process or leaves a rejection fails alone', async () => {
    expect((await cloud.callRaw('slow', { end: true }, token)).body).toMatchObject({ errCode: -504002 })
    const { body } = await cloud.callRaw('slow', { ms: 300, throws: true }, token)
    expect(body).toMatchObject({ errCode: -504002, errMsg: expect.stringContaining('nobody caught this') as string })
    expect((await cloud.callRaw<{ runs: number }>('slow', {}, token)).result.runs).toBe(1)
  })

  it('beyond four at once waits in line', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => cloud.callRaw<{ runs: number }>('slow', { ms: 50 }, token)),
    )
    expect(answers.every(({ result }) => result.runs > 0)).toBe(true)
  })

  it('that is not there is an error of the call', async () => {
    const { status, body } = await cloud.callRaw('nope', {}, token)
    expect(status).toBe(200)
    expect(body).toMatchObject({ errCode: -501000, errMsg: expect.stringContaining('nope') as string })
    // From within a function the SDK leaves only the words.
    const nested = await cloud.failure(`return await cloud.callFunction({ name: 'nope' })`)
    expect(nested.errMsg).toContain('FunctionName parameter could not be found: nope')
  })
})

describe('limits', () => {
  it('a request over 100 KB is refused', async () => {
    expect((await cloud.callRaw('other', { text: 'x'.repeat(100 * 1024) }, token)).status).toBe(413)
    expect((await cloud.callRaw('other', { text: 'x'.repeat(99 * 1024) }, token)).status).toBe(200)
  })

  it('an answer over 1 MB is refused', async () => {
    const code = (size: number) => `return 'x'.repeat(${size})`
    expect((await cloud.callRaw('probe', { code: code(1_048_576) }, token)).body).toMatchObject({
      errCode: -604001,
      errMsg: expect.stringContaining('exceed limit (1MB)') as string,
    })
    expect((await cloud.callRaw('probe', { code: code(1_000_000) }, token)).body).toMatchObject({
      errMsg: 'cloud.callFunction:ok',
    })
  })

  it('a body that is no JSON object is refused', async () => {
    const headers = { authorization: `Bearer ${token}` }
    expect((await cloud.post('/call/other', 'no json', headers)).status).toBe(400)
    expect((await cloud.post('/call/other', '[1]', headers)).status).toBe(400)
  })
})

describe('the clock', () => {
  afterAll(() => cloud.clock(null))

  it('shifts what functions and the database take for now, and ticks on', async () => {
    const target = Date.parse('2030-06-01T00:00:00Z')
    // Warm workers and those that start later.
    await cloud.value('return 1')
    await cloud.clock(target)
    const code = `
      const started = Date.now()
      await new Promise((resolve) => setTimeout(resolve, 30))
      const { _id } = await db.collection('plain').add({ data: { at: db.serverDate() } })
      const { data } = await db.collection('plain').doc(_id).get()
      return { started, now: new Date().getTime(), text: Date(), year: new Date(2001, 0).getFullYear(), is: new Date() instanceof Date && new Date().constructor === Date, server: data.at.getTime() }`
    const seen = await cloud.value<{
      started: number
      now: number
      text: string
      year: number
      is: boolean
      server: number
    }>(code)
    expect(seen.started).toBeGreaterThanOrEqual(target)
    expect(seen.started).toBeLessThan(target + 20_000)
    expect(seen.now).toBeGreaterThanOrEqual(seen.started + 25)
    expect(seen.text).toContain('2030')
    expect(seen.year).toBe(2001)
    expect(seen.is).toBe(true)
    expect(Math.abs(seen.server - seen.started)).toBeLessThan(5_000)
    const answers = await Promise.all(Array.from({ length: 4 }, () => cloud.value<number>('return Date.now()')))
    for (const now of answers) expect(now).toBeGreaterThanOrEqual(target)
  })

  it('goes back to the machine', async () => {
    await cloud.clock(0)
    expect(await cloud.value<number>('return Date.now()')).toBeLessThan(60_000)
    await cloud.clock(null)
    expect(Math.abs((await cloud.value<number>('return Date.now()')) - Date.now())).toBeLessThan(5_000)
  })

  it('refuses what is no instant', async () => {
    for (const now of ['tomorrow', undefined, {}, -1, 1.5, 8.64e15, 1e20])
      expect((await cloud.post('/local/clock', { now })).status).toBe(400)
  })
})

describe('timers', () => {
  afterAll(() => cloud.clock(null))
  it('are told from a client that imitates one', async () => {
    const imitation = { Type: 'Timer', TriggerName: 'nightly', Time: new Date().toISOString() }
    const { result } = await cloud.callRaw('ticker', imitation, token)
    expect(result).toMatchObject({ source: 'wx_client', openid: 'tester-a', event: imitation })
  })

  it('of an unknown function are a 404', async () => {
    expect((await cloud.post('/local/timer/nope', {})).status).toBe(404)
  })
})
