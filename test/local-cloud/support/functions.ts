import { expect } from 'vitest'
import type { SupportRow } from './rows'

const area = 'functions'
const words = (text: string) => expect.stringContaining(text) as string

export const rows: SupportRow[] = [
  {
    area,
    name: 'getWXContext()',
    state: 'supported',
    note: 'OPENID only where a client began; SOURCE `wx_client`, `wx_trigger`, `wx_unknown` (pushes), chained by `,scf`',
    async prove(cloud) {
      expect(await cloud.value('return cloud.getWXContext()')).toEqual({
        OPENID: 'tester-a',
        APPID: 'wx-local-app',
        CLIENTIP: '127.0.0.1',
        ENV: 'local-env',
        SOURCE: 'wx_client',
      })
      expect(await cloud.timer('ticker')).toMatchObject({ openid: null, source: 'wx_trigger' })
    },
  },
  {
    area,
    name: 'callFunction()',
    state: 'supported',
    note: 'five deep; four invocations of a function at once, then a line; a failure leaves the SDK’s -1 and the words',
    async prove(cloud) {
      const { result } = await cloud.value<{ result: { event: unknown; wxContext: object } }>(
        `return await cloud.callFunction({ name: 'other', data: { a: 1 } })`,
      )
      expect(result).toMatchObject({ event: { a: 1 }, wxContext: { OPENID: 'tester-a', SOURCE: 'wx_client,scf' } })
      expect(await cloud.failure(`return await cloud.callFunction({ name: 'nope' })`)).toMatchObject({
        errCode: -1,
        errMsg: words('FunctionName parameter could not be found: nope'),
      })
    },
  },
  {
    area,
    name: 'time limit',
    state: 'supported',
    note: 'of config.json; 3 s unless given, as on the platform; 900 s at most: the worker is ended, -504003',
    async prove(cloud) {
      const { body } = await cloud.callRaw('slow', { ms: 3000 }, await cloud.loginAs('tester-a'))
      expect(body).toMatchObject({ errCode: -504003, errMsg: words('timed out after 1 seconds') })
    },
  },
  {
    area,
    name: 'size limits',
    state: 'supported',
    note: 'an event of a client 100 KB (HTTP 413), a result 1 MB (-604001), memory 256 MB of heap (-504002)',
    async prove(cloud) {
      const token = await cloud.loginAs('tester-a')
      expect((await cloud.callRaw('other', { text: 'x'.repeat(100 * 1024) }, token)).status).toBe(413)
      const { body } = await cloud.callRaw('probe', { code: `return 'x'.repeat(1048577)` }, token)
      expect(body).toMatchObject({ errCode: -604001 })
    },
  },
  {
    area,
    name: 'errors, exits and rejections',
    state: 'supported',
    note: 'the invocation fails with -504002; nobody else notices',
    async prove(cloud) {
      const token = await cloud.loginAs('tester-a')
      expect((await cloud.callRaw('slow', { end: true }, token)).body).toMatchObject({ errCode: -504002 })
      expect((await cloud.callRaw('slow', { throws: true, ms: 200 }, token)).body).toMatchObject({
        errCode: -504002,
        errMsg: words('nobody caught this'),
      })
      expect(await cloud.value('return 1')).toBe(1)
    },
  },
  {
    area,
    name: 'logger()',
    state: 'supported',
    note: 'to stderr with `LOG=debug`, as what functions print',
    async prove(cloud) {
      expect(await cloud.value(`cloud.logger().log({ a: 1 }); return 'logged'`)).toBe('logged')
    },
  },
  {
    area,
    name: 'getVoIPSign(), getOpenData(), cloudPay',
    state: 'refused',
    async prove(cloud) {
      const calls = {
        ApiGetOpenDataByCloudId: `cloud.getOpenData({ list: ['x'] })`,
        ApiVoipSign: `cloud.getVoIPSign({ groupId: 'g', timestamp: 1, nonce: 'n' })`,
        'wx.wxPayApi': `cloud.cloudPay.unifiedOrder({ body: 'x' })`,
      }
      for (const [name, call] of Object.entries(calls)) {
        const { errMsg } = await cloud.failure(`return await ${call}`)
        expect(errMsg).toContain('does not support')
        expect(errMsg).toContain(name)
      }
    },
  },
]
