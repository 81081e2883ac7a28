import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProbeCloud } from './probe'
import { startProbe } from './probe'

let cloud: ProbeCloud
let token: string

beforeAll(async () => {
  cloud = await startProbe({ env: { LOG: 'debug' } })
  token = await cloud.loginAs('tester-a')
})
afterAll(() => cloud?.stop())

interface Relayed {
  openid: string | null
  source: string
  count: number
  inner?: Relayed
}
const relay = (deeper: number, wide = 1) => cloud.callRaw<Relayed>('relay', { deeper, wide }, token)
const slow = (event: object = {}) => cloud.callRaw<{ runs: number }>('slow', event, token)
const words = (text: string) => expect.stringContaining(text) as string

/** Four calls of 100 ms at once end together when every place is free, and no earlier than 100 ms. */
const everyPlaceIsFree = async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => slow({ ms: 100 })))
  expect(answers.map(({ status, result }) => [status, typeof result?.runs])).toEqual(Array(4).fill([200, 'number']))
}

describe('functions that call functions', () => {
  it('keep the OPENID that a client began with, and add to the source', async () => {
    const { result } = await relay(2)
    expect(result).toMatchObject({
      openid: 'tester-a',
      source: 'wx_client',
      inner: {
        openid: 'tester-a',
        source: 'wx_client,scf',
        inner: { openid: 'tester-a', source: 'wx_client,scf,scf' },
      },
    })
  })

  it('have no OPENID where a timer began', async () => {
    expect(await cloud.timer('chain')).toEqual({ SOURCE: 'wx_trigger,scf', OPENID: null })
    expect((await cloud.callRaw('chain', {}, token)).result).toEqual({ SOURCE: 'wx_client,scf', OPENID: 'tester-a' })
    expect(await cloud.timer('chain')).toEqual({ SOURCE: 'wx_trigger,scf', OPENID: null })
  })

  it('may call themselves five deep, and no deeper', async () => {
    expect((await relay(4)).result.count).toBe(5)
    expect((await relay(5)).body).toMatchObject({ errCode: -504002, errMsg: words('more than 5 deep: relay') })
    await everyPlaceIsFree()
  })

  it('never wait for one another, however many at once', async () => {
    // More callers than places, each of whom needs three.
    const answers = await Promise.all(Array.from({ length: 6 }, () => relay(2)))
    expect(answers.map(({ result }) => result?.count)).toEqual(Array(6).fill(3))
    // 1 + 3 + 9
    expect((await relay(2, 3)).result.count).toBe(13)
  })

  it('see of a failure the words only, as the SDK leaves them', async () => {
    const call = (name: string, data: object) =>
      cloud.failure(`return await cloud.callFunction({ name: input.name, data: input.data })`, { name, data })
    expect(await call('probe', { code: 'syntax error here' })).toMatchObject({
      errCode: -1,
      errMsg: words('Unexpected identifier'),
    })
    expect(await call('slow', { ms: 3000 })).toMatchObject({ errCode: -1, errMsg: words('timed out after 1 seconds') })
    expect(await call('slow', { end: true })).toMatchObject({ errCode: -1, errMsg: words('ended its process') })
    const large = `return 'x'.repeat(1100000)`
    expect(await call('probe', { code: large })).toMatchObject({ errCode: -1, errMsg: words('exceed limit (1MB)') })
  })
})

describe('a function', () => {
  it('that never comes to an end is stopped at its time, also in a loop without a pause', async () => {
    expect((await slow({ spin: true })).body).toMatchObject({
      errCode: -504003,
      errMsg: words('timed out after 1 seconds'),
    })
    await everyPlaceIsFree()
  })

  it('that takes more memory than it has fails alone', async () => {
    // four pieces of 64 MB fill it at once: it must die of memory before its time is over, on a busy machine too
    const code = `const hoard = []; for (;;) hoard.push(new Array(8000000).fill(hoard.length + 0.5))`
    const { body } = await cloud.callRaw('probe', { code }, token)
    expect(body).toMatchObject({ errCode: -504002, errMsg: words('memory') })
    expect(await cloud.value('return 1')).toBe(1)
  })

  it.each([
    ['const a = {}; a.a = a; return a', 'circular'],
    ['return 5n', 'BigInt'],
  ])('whose result is no JSON fails: %s', async (code, why) => {
    expect((await cloud.callRaw('probe', { code }, token)).body).toMatchObject({ errCode: -504002, errMsg: words(why) })
  })

  it('that fails after its answer loses its worker, not its answer', async () => {
    expect((await slow({ throws: true })).result.runs).toBeGreaterThan(0)
    await expect.poll(() => cloud.log(), { timeout: 10_000 }).toContain('[slow] ended by Error: nobody caught this')
    await everyPlaceIsFree()
  })

  it('keeps no place when it dies, however often, nor when its caller goes away', async () => {
    const deaths = await Promise.all(Array.from({ length: 12 }, () => slow({ end: true })))
    expect(deaths.map(({ body }) => body.errCode)).toEqual(Array(12).fill(-504002))
    await everyPlaceIsFree()
    const gone = Array.from({ length: 12 }, () => {
      const controller = new AbortController()
      setTimeout(() => controller.abort(), 30)
      return fetch(`${cloud.url}/call/slow`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ ms: 60 }),
        signal: controller.signal,
      }).catch(() => undefined)
    })
    await Promise.all(gone)
    await everyPlaceIsFree()
  })

  it('prints to the log, not among the lines of the cloud', async () => {
    await slow()
    expect(cloud.log()).toMatch(/debug \[slow\] run \d+/)
  })
})
