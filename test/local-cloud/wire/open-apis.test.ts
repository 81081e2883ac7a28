import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ProbeCloud } from './probe'
import { startProbe } from './probe'

let cloud: ProbeCloud
const admin = { 'x-local-admin': '1' }
const steer = async (steering: object) => {
  const response = await cloud.post('/local/openapi', steering, admin)
  if (!response.ok) throw new Error(await response.text())
}

beforeAll(async () => {
  cloud = await startProbe()
})
beforeEach(async () => {
  await steer({})
  await cloud.clock(null)
})
afterAll(() => cloud?.stop())

const consent = (openid: string, templateIds: string[], times?: number) =>
  cloud.post('/local/consent', { openid, templateIds, times })
const send = (message: object) => cloud.probe(`return await cloud.openapi.subscribeMessage.send(input)`, message)
const message = { touser: 'p1', templateId: 'T1', page: 'pages/home/index', data: { thing1: { value: '主题党日' } } }

describe('a subscribe message', () => {
  it('needs a consent of this person to this template, and uses it up', async () => {
    expect(await send(message)).toMatchObject({ errCode: 43101 })
    await consent('p1', ['T1', 'T2'])
    expect((await send({ ...message, touser: 'p2' })).errCode).toBe(43101)
    expect((await send({ ...message, templateId: 'T3' })).errCode).toBe(43101)
    expect(await send(message)).toEqual({ value: { errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' } })
    expect((await send(message)).errCode).toBe(43101)
    expect((await send({ ...message, templateId: 'T2' })).value).toBeDefined()
    expect(await cloud.outbox()).toMatchObject([
      { toUser: 'p1', templateId: 'T1', page: 'pages/home/index', data: message.data },
      { templateId: 'T2' },
    ])
  })

  it('goes out once for one consent, however many are sent at once', async () => {
    await consent('p3', ['T'], 3)
    const before = (await cloud.outbox()).length
    const sent = await Promise.all(Array.from({ length: 8 }, () => send({ ...message, touser: 'p3', templateId: 'T' })))
    expect(sent.filter(({ value }) => value)).toHaveLength(3)
    expect(sent.filter(({ errCode }) => errCode === 43101)).toHaveLength(5)
    expect(await cloud.outbox()).toHaveLength(before + 3)
  })

  it.each([
    [{ touser: '' }, 40003],
    [{ touser: 'a b' }, 40003],
    [{ templateId: '' }, 40037],
    [{ page: '/pages/home/index' }, 41030],
    [{ data: { thing1: { value: '字'.repeat(21) } } }, 47003],
    [{ data: { thing1: { value: '' } } }, 47003],
    [{ data: { thing1: '主题党日' } }, 47003],
    [{ data: { title: { value: 'x' } } }, 47003],
    [{ data: { time2: { value: 'tomorrow' } } }, 47003],
    [{ data: { phrase3: { value: 'no' } } }, 47003],
    [{ data: { name4: { value: '测试甲乙丙丁戊己庚辛壬' } } }, 47003],
    [{ data: { number5: { value: '12a' } } }, 47003],
    [{ miniprogramState: 'beta' }, 47003],
  ])('is refused for %o with %i, and the consent stays', async (wrong, errCode) => {
    await consent('p4', ['T1'])
    expect((await send({ ...message, touser: 'p4', ...wrong })).errCode).toBe(errCode)
    expect((await send({ ...message, touser: 'p4' })).value).toBeDefined()
  })

  it('takes what each kind of field may hold', async () => {
    await consent('p5', ['T'])
    const data = {
      thing1: { value: '字'.repeat(20) },
      time2: { value: '2026年11月22日 15:01' },
      date3: { value: '2026年11月22日~2026年11月23日' },
      phrase4: { value: '已通过' },
      name5: { value: '测试甲' },
      number6: { value: 12 },
      character_string7: { value: 'A-1/2' },
      amount8: { value: '¥12.50' },
      phone_number9: { value: '+86-0766-66888866' },
    }
    expect(await send({ touser: 'p5', templateId: 'T', data })).toMatchObject({ value: { errCode: 0 } })
  })

  it('keeps to the templates and pages that were told', async () => {
    await steer({ templates: { T1: ['thing1', 'time2'] }, pages: ['pages/home/index'] })
    await consent('p6', ['T1', 'T9'])
    const told = { ...message, touser: 'p6' }
    expect((await send({ ...told, templateId: 'T9' })).errCode).toBe(40037)
    expect((await send(told)).errMsg).toContain('data.time2.value is empty')
    expect((await send({ ...told, page: 'pages/none/index' })).errCode).toBe(41030)
    const full = { ...told, data: { thing1: { value: 'x' }, time2: { value: '15:01' } } }
    expect((await send({ ...full, data: { ...full.data, thing3: { value: 'x' } } })).errCode).toBe(47003)
    expect((await send({ ...full, page: 'pages/home/index?from=1' })).value).toBeDefined()
  })

  it('survives a restart with the consents that are left', async () => {
    await consent('p7', ['T'], 2)
    await send({ ...message, touser: 'p7', templateId: 'T' })
    const before = (await cloud.outbox()).length
    await cloud.restart()
    expect(await cloud.outbox()).toHaveLength(before)
    const token = await cloud.loginAs('p7')
    // The bearer of a token agrees for themselves.
    const answer = await cloud.post('/local/consent', { templateIds: ['T'] }, { authorization: `Bearer ${token}` })
    expect(await answer.json()).toEqual({ consents: { T: 2 } })
  })

  it('refuses consents that the dialogue could not give', async () => {
    for (const body of [{}, { templateIds: [] }, { templateIds: ['1', '2', '3', '4', '5', '6'] }, { templateIds: [1] }])
      expect((await cloud.post('/local/consent', { openid: 'x', ...body })).status).toBe(400)
    expect((await cloud.post('/local/consent', { templateIds: ['T'] })).status).toBe(401)
  })
})

const check = (more: object) =>
  cloud.probe(`return await cloud.openapi.security.msgSecCheck(input)`, {
    content: '一句话',
    version: 2,
    scene: 2,
    openid: 'tester-a',
    ...more,
  })

describe('the check of a text', () => {
  it('passes, asks for review, or finds risk, with label and detail', async () => {
    expect(await check({})).toEqual({
      value: {
        errCode: 0,
        errMsg: 'openapi.security.msgSecCheck:ok',
        result: { suggest: 'pass', label: 100 },
        detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
        traceId: expect.stringMatching(/^[\w-]+$/) as string,
      },
    })
    expect(await check({ content: '这是测试时政的话' })).toMatchObject({
      value: {
        result: { suggest: 'review', label: 20001 },
        detail: [{}, { strategy: 'keyword', keyword: '测试时政' }],
      },
    })
    expect(await check({ content: '测试时政和测试违规' })).toMatchObject({
      value: { result: { suggest: 'risky', label: 20006 } },
    })
    expect(await check({ nickname: '测试违规' })).toMatchObject({ value: { result: { suggest: 'risky' } } })
    await steer({ words: { 别的词: 20003 } })
    expect(await check({ content: '别的词 测试违规' })).toMatchObject({ value: { result: { label: 20003 } } })
  })

  it('takes 2,500 characters and no more, whatever their bytes', async () => {
    expect((await check({ content: '字'.repeat(2500) })).value).toBeDefined()
    expect((await check({ content: '字'.repeat(2501) })).errCode).toBe(45002)
    expect((await check({ content: '😀'.repeat(2500) })).value).toBeDefined()
  })

  it('needs a person who was here within two hours', async () => {
    expect((await check({ openid: 'never-here' })).errCode).toBe(61010)
    const token = await cloud.loginAs('was-here')
    await cloud.callRaw('other', {}, token)
    expect((await check({ openid: 'was-here' })).value).toBeDefined()
    const now = Date.now()
    await cloud.clock(now + 2 * 3600_000 - 60_000)
    expect((await check({ openid: 'was-here' })).value).toBeDefined()
    await cloud.clock(now + 2 * 3600_000 + 60_000)
    expect((await check({ openid: 'was-here' })).errCode).toBe(61010)
  })

  it.each([
    [{ scene: 5 }, 40129],
    [{ openid: '' }, 40003],
    [{ content: '' }, 44002],
    [{ content: 5 }, 47001],
  ])('refuses %o with %i', async (wrong, errCode) => {
    expect((await check(wrong)).errCode).toBe(errCode)
  })

  it('of version 1 is not there, and says so', async () => {
    expect((await check({ version: 1 })).errMsg).toContain('security.msgSecCheck with version: 2 only')
  })
})

type Pushed = { pushed: Record<string, unknown>; openid: string | null; source: string }
const pushes = async () => (await cloud.all<Partial<Pushed>>('plain')).filter(({ pushed }) => pushed) as Pushed[]
const pushed = async (traceId: unknown): Promise<Pushed> => {
  for (let i = 0; i < 200; i++) {
    const found = (await pushes()).find((push) => push.pushed.trace_id === traceId)
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('nothing was pushed')
}
const media = async (more: object = {}) => {
  const input = {
    mediaUrl: 'https://example.com/a.png',
    mediaType: 2,
    version: 2,
    scene: 3,
    openid: 'tester-a',
    ...more,
  }
  const outcome = await cloud.probe(`return await cloud.openapi.security.mediaCheckAsync(input)`, input)
  return { ...outcome, traceId: (outcome.value as { traceId?: string } | undefined)?.traceId }
}

describe('the check of a picture', () => {
  it('is answered with a trace id, and pushed later to the function that listens', async () => {
    await steer({ mediaDelayMs: 200 })
    const { value, traceId } = await media()
    expect(value).toEqual({
      errCode: 0,
      errMsg: 'openapi.security.mediaCheckAsync:ok',
      traceId: expect.any(String) as string,
    })
    expect(await pushed(traceId)).toMatchObject({
      source: 'wx_unknown',
      openid: 'tester-a',
      pushed: {
        ToUserName: 'gh_local',
        FromUserName: 'tester-a',
        MsgType: 'event',
        Event: 'wxa_media_check',
        appid: 'wx-local-app',
        version: 2,
        errcode: 0,
        errmsg: 'ok',
        result: { suggest: 'pass', label: 100 },
        detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
      },
    })
  })

  it('follows the words of its address, or the labels that were set', async () => {
    await steer({ mediaDelayMs: 0 })
    const first = await media({ mediaUrl: `https://example.com/${encodeURIComponent('测试违规')}.png` })
    expect((await pushed(first.traceId)).pushed.result).toEqual({ suggest: 'risky', label: 20006 })
    await steer({ mediaDelayMs: 0, mediaLabels: [20001, 20002] })
    const results = [await media(), await media(), await media()]
    const suggested = await Promise.all(results.map(async ({ traceId }) => (await pushed(traceId)).pushed.result))
    expect(suggested).toEqual([
      { suggest: 'review', label: 20001 },
      { suggest: 'risky', label: 20002 },
      { suggest: 'pass', label: 100 },
    ])
  })

  it('says when the address cannot be downloaded: no detail, no result', async () => {
    await steer({ mediaDelayMs: 0 })
    const good = await cloud.value<string>(
      `const { fileID } = await cloud.uploadFile({ cloudPath: 'photos/1.png', fileContent: Buffer.from('x') })
       return (await cloud.getTempFileURL({ fileList: [fileID] })).fileList[0].tempFileURL`,
    )
    expect((await pushed((await media({ mediaUrl: good })).traceId)).pushed.errcode).toBe(0)
    const { pushed: failed } = await pushed((await media({ mediaUrl: `${good}0` })).traceId)
    expect(failed).toMatchObject({ errcode: -1008, detail: [] })
    expect(failed).not.toHaveProperty('result')
  })

  it('comes by the clock of the cloud, within half an hour, also after a kill', async () => {
    await steer({ mediaDelayMs: 30 * 60_000 })
    const { traceId } = await media()
    expect((await pushes()).some((push) => push.pushed.trace_id === traceId)).toBe(false)
    await cloud.kill()
    await cloud.restart()
    await cloud.clock(Date.now() + 31 * 60_000)
    expect((await pushed(traceId)).pushed.errcode).toBe(0)
    const left = async () => ((await (await cloud.get('/local/openapi', admin)).json()) as { pushes: unknown[] }).pushes
    await expect.poll(left, { timeout: 10_000 }).toEqual([])
  })

  it.each([
    [{ mediaUrl: 'no url' }, 47001],
    [{ mediaType: 3 }, 40004],
    [{ scene: 0 }, 40129],
    [{ openid: 'never-here' }, 61010],
  ])('refuses %o with %i', async (wrong, errCode) => {
    await cloud.value('return 1')
    expect((await media(wrong)).errCode).toBe(errCode)
  })
})

const phoneCode = async (phone = '13800000000', openid = 'tester-a') =>
  ((await (await cloud.post('/local/phone-code', { phone, openid })).json()) as { code: string }).code
const phoneOf = (code: string) =>
  cloud.probe(`return await cloud.openapi.phonenumber.getPhoneNumber({ code: input })`, code)

describe('a telephone number', () => {
  it('comes for a code, once', async () => {
    const code = await phoneCode()
    expect(await phoneOf(code)).toEqual({
      value: {
        errCode: 0,
        errMsg: 'openapi.phonenumber.getPhoneNumber:ok',
        phoneInfo: {
          phoneNumber: '13800000000',
          purePhoneNumber: '13800000000',
          countryCode: '86',
          watermark: { timestamp: expect.any(Number) as number, appid: 'wx-local-app' },
        },
      },
    })
    expect((await phoneOf(code)).errCode).toBe(40029)
    const twice = await phoneCode()
    const both = await Promise.all([phoneOf(twice), phoneOf(twice)])
    expect(both.filter(({ value }) => value)).toHaveLength(1)
  })

  it('does not come for a code that is five minutes old, made up, or none', async () => {
    const now = Date.now()
    await cloud.clock(now)
    const code = await phoneCode()
    const other = await phoneCode()
    await cloud.clock(now + 4 * 60_000)
    expect((await phoneOf(code)).value).toBeDefined()
    await cloud.clock(now + 6 * 60_000)
    for (const wrong of [other, 'x', '', '__proto__']) expect((await phoneOf(wrong)).errCode).toBe(40029)
  })

  it('survives a restart as a code that was not used', async () => {
    const code = await phoneCode()
    await cloud.restart()
    expect((await phoneOf(code)).value).toBeDefined()
  })

  it('has eleven digits', async () => {
    for (const phone of ['1380000000', '23800000000', 13800000000, undefined])
      expect((await cloud.post('/local/phone-code', { phone, openid: 'x' })).status).toBe(400)
  })
})

describe('a mini-program code', () => {
  const draw = (input: object) =>
    cloud.probe(
      `const { buffer, contentType, errCode } = await cloud.openapi.wxacode.getUnlimited(input)
       return { png: buffer.toString('base64'), contentType, errCode }`,
      input,
    )

  it('is a picture of the width asked for', async () => {
    const { value } = await draw({ scene: 'a=1&b=2', page: 'pages/home/index', width: 300 })
    const { png, ...rest } = value as { png: string }
    expect(rest).toEqual({ contentType: 'image/png', errCode: 0 })
    const bytes = Buffer.from(png, 'base64')
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([300, 300])
    // Header 8 + IHDR 25 bytes, then IDAT: 300 rows of a filter byte and 38 bytes of pixels.
    const pixels = inflateSync(bytes.subarray(41, 41 + bytes.readUInt32BE(33)))
    expect(pixels).toHaveLength(300 * 39)
    // White above, and dark somewhere in the middle row.
    expect(pixels.subarray(1, 38).every((byte) => byte === 0xff)).toBe(true)
    expect(pixels.subarray(150 * 39 + 1, 150 * 39 + 38).some((byte) => byte !== 0xff)).toBe(true)
    const other = (await draw({ scene: 'a=1&b=3', page: 'pages/home/index', width: 300 })).value as { png: string }
    expect(other.png).not.toBe(png)
  })

  it.each([
    [{ scene: 'x'.repeat(33) }, 40169],
    [{ scene: '' }, 40169],
    [{ scene: '中文' }, 40169],
    [{ scene: 'a%20b' }, 40169],
    [{ scene: 'x', page: '/pages/home/index' }, 41030],
    [{ scene: 'x', page: 'pages/home/index?a=1' }, 41030],
    [{ scene: 'x', width: 279 }, 40097],
    [{ scene: 'x', envVersion: 'beta' }, 40097],
  ])('is refused for %o with %i', async (input, errCode) => {
    expect((await draw(input)).errCode).toBe(errCode)
  })

  it('goes to a published page, unless the check is off', async () => {
    await steer({ pages: ['pages/home/index'] })
    expect((await draw({ scene: 'x'.repeat(32), page: 'pages/home/index' })).value).toBeDefined()
    expect((await draw({ scene: 'x', page: 'pages/new/index' })).errCode).toBe(41030)
    expect((await draw({ scene: 'x', page: 'pages/new/index', checkPath: false })).value).toBeDefined()
  })
})

describe('open APIs', () => {
  it('are refused to a function whose config.json does not list them', async () => {
    const token = await cloud.loginAs('tester-a')
    const { result } = await cloud.callRaw('listener', { send: true }, token)
    expect(result).toEqual({ errCode: -604101, errMsg: expect.stringContaining('-604101') as string })
    const report = (await (await cloud.get('/local/openapi', admin)).json()) as { calls: object[] }
    expect(report.calls.at(-1)).toMatchObject({
      api: 'subscribeMessage.send',
      functionName: 'listener',
      errcode: -604101,
    })
  })

  it('that are permitted and not there fail by name', async () => {
    for (const [call, name] of [
      [`cloud.openapi.wxacode.get({ path: 'x' })`, 'wxacode.get'],
      [`cloud.callOpenAPI({ api: 'subscribeMessage.send', data: {} })`, 'subscribeMessage.send'],
    ] as const) {
      expect((await cloud.failure(`return await ${call}`)).errMsg).toContain(`does not support`)
      expect((await cloud.failure(`return await ${call}`)).errMsg).toContain(name)
    }
  })

  it('answer what a test wants next, once', async () => {
    const busy = { json: { errcode: -1, errmsg: 'system error' } }
    await steer({ next: { 'security.msgSecCheck': [busy, { systemError: -604102 }] } })
    expect(await check({})).toMatchObject({ errCode: -1, errMsg: expect.stringContaining('system error') as string })
    expect((await check({})).errCode).toBe(-604102)
    expect((await check({})).value).toBeDefined()
  })

  it('are steered by those who say so, with what there is', async () => {
    expect((await cloud.post('/local/openapi', {})).status).toBe(403)
    for (const wrong of [
      { nexts: {} },
      { next: { x: [{}] } },
      { words: { a: 'b' } },
      { mediaDelayMs: 31 * 60_000 },
      { pages: 'x' },
    ])
      expect((await cloud.post('/local/openapi', wrong, admin)).status).toBe(400)
  })
})
