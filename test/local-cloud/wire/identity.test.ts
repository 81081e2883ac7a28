import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProbeCloud } from './probe'
import { startProbe } from './probe'

let cloud: ProbeCloud

beforeAll(async () => {
  cloud = await startProbe()
})
afterAll(() => cloud?.stop())

type Seen = { event: unknown; wxContext: Record<string, string>; requestId?: string }

describe('who calls', () => {
  it('is known by the platform only: the event arrives unmodified', async () => {
    const token = await cloud.loginAs('tester-a')
    const event = { action: 'x', input: { openid: 'someone-else' }, userInfo: { openId: 'someone-else' } }
    const { body, result } = await cloud.callRaw<Seen>('probe', event, token)
    expect(body).toMatchObject({ errMsg: 'cloud.callFunction:ok', requestID: result.requestId })
    expect(result.event).toEqual(event)
    expect(result.wxContext).toEqual({
      OPENID: 'tester-a',
      APPID: 'wx-local-app',
      CLIENTIP: '127.0.0.1',
      ENV: 'local-env',
      SOURCE: 'wx_client',
    })
  })

  it('is kept when one function calls another, and the source grows', async () => {
    const answer = await cloud.value<{ result: Seen }>(
      `return await cloud.callFunction({ name: 'other', data: { a: 1 } })`,
    )
    expect(answer.result.event).toEqual({ a: 1 })
    expect(answer.result.wxContext).toMatchObject({ OPENID: 'tester-a', SOURCE: 'wx_client,scf' })
  })

  it('never leaks from one invocation to another, also under load', async () => {
    const people = Array.from({ length: 12 }, (_value, i) => `person-${i}`)
    const tokens = await Promise.all(people.map((openid) => cloud.loginAs(openid)))
    const code = `
      const before = cloud.getWXContext().OPENID
      await new Promise((resolve) => setTimeout(resolve, 5))
      const nested = (await cloud.callFunction({ name: 'other' })).result.wxContext.OPENID
      return [before, nested, cloud.getWXContext().OPENID]`
    const rounds = Array.from({ length: 36 }, (_value, i) => i % people.length)
    const answers = await Promise.all(
      rounds.map((i) => cloud.callRaw<{ value: string[] }>('probe', { code }, tokens[i])),
    )
    for (const [i, { result }] of answers.entries()) {
      const openid = people[rounds[i] as number]
      expect(result.value).toEqual([openid, openid, openid])
    }
  })

  it('is nobody for a timer, right after a client in the same worker', async () => {
    await cloud.callRaw('ticker', {}, await cloud.loginAs('tester-a'))
    expect(await cloud.timer('ticker')).toMatchObject({ openid: null, source: 'wx_trigger' })
  })

  it('counts database requests, those of nested calls included', async () => {
    const token = await cloud.loginAs('tester-a')
    const code = `
      await db.collection('plain').count()
      await cloud.callFunction({ name: 'other', data: { reads: 3 } })
      return await db.collection('plain').limit(1).get()`
    expect((await cloud.callRaw('probe', { code }, token)).databaseRequests).toBe(5)
  })

  it('must be logged in', async () => {
    expect((await cloud.callRaw('probe', {})).status).toBe(401)
    expect((await cloud.callRaw('probe', {}, 'made-up')).status).toBe(401)
    const token = await cloud.loginAs('tester-a')
    const [body = '', signature = ''] = token.split('.')
    const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace('tester-a', 'tester-b')).toString(
      'base64url',
    )
    expect((await cloud.callRaw('probe', {}, `${forged}.${signature}`)).status).toBe(401)
  })

  it('cannot be an identity that the SDK would read as a number', async () => {
    for (const openid of ['12345', '-5', '', 'a b', 'x'.repeat(65)]) {
      expect((await cloud.post('/local/login', { openid })).status).toBe(400)
    }
    expect((await cloud.post('/local/login', { persona: 'nobody' })).status).toBe(404)
  })

  it('of a request to the database must be a running function', async () => {
    const body = {
      action: 'database.getDocument',
      collectionName: 'plain',
      queryType: 'WHERE',
      wxCloudApiToken: await cloud.loginAs('x'),
    }
    const response = await cloud.post('/admin', body)
    expect(await response.json()).toMatchObject({ code: 'INVALID_COMMON_PARAM' })
  })
})
