import { expect } from 'vitest'
import type { ProbeCloud } from '../wire/probe'
import type { SupportRow } from './rows'

const area = 'open APIs'
const admin = { 'x-local-admin': '1' }
const steer = (cloud: ProbeCloud, steering: object) => cloud.post('/local/openapi', steering, admin)

export const rows: SupportRow[] = [
  {
    area,
    name: 'subscribeMessage.send',
    state: 'supported',
    note: 'to the outbox, for one consent each (`POST /local/consent`); 43101, 40003, 40037, 41030, 47003',
    async prove(cloud) {
      await steer(cloud, {})
      const code = `return await cloud.openapi.subscribeMessage.send({ touser: 'row-1', templateId: 'T', data: { thing1: { value: input } } })`
      expect((await cloud.failure(code, 'x')).errCode).toBe(43101)
      await cloud.post('/local/consent', { openid: 'row-1', templateIds: ['T'] })
      expect((await cloud.failure(code, '字'.repeat(21))).errCode).toBe(47003)
      expect(await cloud.value(code, 'x')).toEqual({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' })
      expect((await cloud.failure(code, 'x')).errCode).toBe(43101)
      expect((await cloud.outbox()).at(-1)).toMatchObject({ toUser: 'row-1', templateId: 'T' })
    },
  },
  {
    area,
    name: 'security.msgSecCheck',
    state: 'supported',
    note: 'version 2; 2,500 characters; 61010 for who was not here within two hours; finds 测试违规, 测试时政, 测试广告',
    async prove(cloud) {
      await steer(cloud, {})
      const code = `return (await cloud.openapi.security.msgSecCheck({ version: 2, scene: 2, ...input })).result`
      const check = (content: string) => cloud.value(code, { content, openid: 'tester-a' })
      expect(await check('你好')).toEqual({ suggest: 'pass', label: 100 })
      expect(await check('测试时政')).toEqual({ suggest: 'review', label: 20001 })
      expect(await check('测试违规')).toEqual({ suggest: 'risky', label: 20006 })
      expect((await cloud.failure(code, { content: 'x', openid: 'nobody' })).errCode).toBe(61010)
    },
  },
  {
    area,
    name: 'security.mediaCheckAsync',
    state: 'supported',
    note: 'version 2; the result is pushed (`wxa_media_check`) to the function whose config.json declares messagePush',
    async prove(cloud) {
      await steer(cloud, { mediaDelayMs: 0 })
      const input = { mediaUrl: 'https://example.com/a.png', mediaType: 2, version: 2, scene: 3, openid: 'tester-a' }
      const { traceId } = await cloud.value<{ traceId: string }>(
        `return await cloud.openapi.security.mediaCheckAsync(input)`,
        input,
      )
      const pushed = async () => (await cloud.all<{ pushed?: { trace_id: string } }>('plain')).find((d) => d.pushed)
      await expect
        .poll(async () => (await pushed())?.pushed, { timeout: 10_000 })
        .toMatchObject({
          Event: 'wxa_media_check',
          trace_id: traceId,
          result: { suggest: 'pass', label: 100 },
        })
      await steer(cloud, {})
    },
  },
  {
    area,
    name: 'phonenumber.getPhoneNumber',
    state: 'supported',
    note: 'a code of `POST /local/phone-code`, once, within five minutes; else 40029',
    async prove(cloud) {
      await steer(cloud, {})
      const issued = await cloud.post('/local/phone-code', { openid: 'tester-a', phone: '13800000000' })
      const { code } = (await issued.json()) as { code: string }
      const call = `return (await cloud.openapi.phonenumber.getPhoneNumber({ code: input })).phoneInfo.purePhoneNumber`
      expect(await cloud.value(call, code)).toBe('13800000000')
      expect((await cloud.failure(call, code)).errCode).toBe(40029)
    },
  },
  {
    area,
    name: 'wxacode.getUnlimited',
    state: 'supported',
    note: 'a QR code as PNG (the platform: round, JPEG); 40169 scene, 41030 page, 40097 width',
    async prove(cloud) {
      await steer(cloud, {})
      const code = `
        const { buffer, contentType } = await cloud.openapi.wxacode.getUnlimited(input)
        return [contentType, buffer.subarray(1, 4).toString(), buffer.readUInt32BE(16)]`
      expect(await cloud.value(code, { scene: 'a=1', page: 'pages/home/index' })).toEqual(['image/png', 'PNG', 430])
      expect((await cloud.failure(code, { scene: 'x'.repeat(33) })).errCode).toBe(40169)
    },
  },
  {
    area,
    name: 'permissions.openapi',
    state: 'supported',
    note: 'an API that the function’s config.json does not list: -604101',
    async prove(cloud) {
      const { result } = await cloud.callRaw('listener', { send: true }, await cloud.loginAs('tester-a'))
      expect(result).toMatchObject({ errCode: -604101 })
    },
  },
  {
    area,
    name: 'every other API, and callOpenAPI()',
    state: 'refused',
    async prove(cloud) {
      expect(await cloud.failure(`return await cloud.openapi.wxacode.get({ path: 'x' })`)).toMatchObject({
        errCode: -501007,
        errMsg: expect.stringContaining('does not support the open API wxacode.get') as string,
      })
      const old = await cloud.failure(`return await cloud.callOpenAPI({ api: 'subscribeMessage.send', data: {} })`)
      expect(old.errMsg).toContain('does not support wx.api subscribeMessage.send')
    },
  },
]
