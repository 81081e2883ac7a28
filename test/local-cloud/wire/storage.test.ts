import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProbeCloud } from './probe'
import { startProbe } from './probe'

let cloud: ProbeCloud

beforeAll(async () => {
  cloud = await startProbe()
})
afterAll(() => cloud?.stop())

const fileID = 'cloud://local-env.local/reports/报告 1.docx'
const upload = (text: string) =>
  cloud.value<string>(
    `return (await cloud.uploadFile({ cloudPath: 'reports/报告 1.docx', fileContent: Buffer.from(input) })).fileID`,
    text,
  )
const urlOf = (maxAge: number) =>
  cloud.value<string>(
    `return (await cloud.getTempFileURL({ fileList: [{ fileID: input.fileID, maxAge: input.maxAge }] })).fileList[0].tempFileURL`,
    { fileID, maxAge },
  )

describe('cloud storage', () => {
  it('keeps what was uploaded, also over what was there', async () => {
    expect(await upload('first')).toBe(fileID)
    expect(await upload('内容')).toBe(fileID)
    expect(
      await cloud.value(`return (await cloud.downloadFile({ fileID: input })).fileContent.toString()`, fileID),
    ).toBe('内容')
  })

  it('gives a URL that downloads with type and name, and expires', async () => {
    await upload('content')
    const url = await urlOf(60)
    const response = await fetch(encodeURI(url))
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('content')
    expect(response.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    )
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('报告 1.docx')}`,
    )
    await cloud.clock(Date.now() + 61_000)
    expect((await fetch(encodeURI(url))).status).toBe(403)
    await cloud.clock(null)
    expect((await fetch(encodeURI(url))).status).toBe(200)
  })

  it('refuses URLs that it did not sign', async () => {
    await upload('content')
    const url = new URL(encodeURI(await urlOf(60)))
    const signature = url.searchParams.get('sign') ?? ''
    for (const sign of ['', 'x', signature.replace(/^\d+/, '99999999999999'), signature.slice(0, -1)]) {
      url.searchParams.set('sign', sign)
      expect((await fetch(url)).status, sign).toBe(403)
    }
    url.searchParams.set('sign', signature)
    url.pathname = '/storage/reports/other.docx'
    expect((await fetch(url)).status).toBe(403)
    expect(
      (
        await fetch(`${cloud.url}/storage/reports/x.docx`, {
          method: 'PUT',
          body: 'x',
          headers: { authorization: signature },
        })
      ).status,
    ).toBe(403)
  })

  it('deletes, and says which files there are not', async () => {
    await upload('content')
    const missing = 'cloud://local-env.local/none.txt'
    const deleted = await cloud.value(`return (await cloud.deleteFile({ fileList: input })).fileList`, [
      fileID,
      missing,
    ])
    expect(deleted).toEqual([
      { fileID, status: 0, errMsg: 'ok' },
      { fileID: missing, status: -503003, errMsg: 'storage file not exists' },
    ])
    const urls = await cloud.value<{ status: number }[]>(
      `return (await cloud.getTempFileURL({ fileList: [input] })).fileList`,
      fileID,
    )
    expect(urls[0]?.status).toBe(-503003)
  })

  it.each(['../escape.txt', 'a//b.txt', 'a/./b.txt', '/root.txt', 'a\\b', 'a?b'])(
    'refuses the path %s',
    async (cloudPath) => {
      const failure = await cloud.probe(
        `return await cloud.uploadFile({ cloudPath: input, fileContent: Buffer.from('x') })`,
        cloudPath,
      )
      expect(failure.value).toBeUndefined()
    },
  )
})

describe('open APIs', () => {
  it('keep subscribe messages in the outbox instead of sending them', async () => {
    const answer = await cloud.value(
      `return await cloud.openapi.subscribeMessage.send({ touser: 'someone', page: 'pages/home/index', templateId: 'T1', data: { thing1: { value: '主题党日' } }, miniprogramState: 'formal' })`,
    )
    expect(answer).toEqual({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' })
    const outbox = await cloud.outbox()
    expect(outbox).toHaveLength(1)
    expect(outbox[0]).toMatchObject({
      toUser: 'someone',
      templateId: 'T1',
      page: 'pages/home/index',
      data: { thing1: { value: '主题党日' } },
    })
  })

  it("pass on WeChat's refusals", async () => {
    expect(
      await cloud.failure(`return await cloud.openapi.subscribeMessage.send({ touser: 'x', data: {} })`),
    ).toMatchObject({ errCode: 40037 })
    expect(await cloud.outbox()).toHaveLength(1)
  })

  it.each([
    [
      `cloud.openapi.security.msgSecCheck({ content: 'x', version: 2, scene: 1, openid: 'o' })`,
      /security\.msgSecCheck/,
    ],
    [`cloud.openapi.wxacode.getUnlimited({ scene: 'x' })`, /wxacode\.getUnlimited/],
    [`cloud.openapi.phonenumber.getPhoneNumber({ code: 'x' })`, /phonenumber\.getPhoneNumber/],
    [`cloud.callOpenAPI({ api: 'subscribeMessage.send', data: {} })`, /subscribeMessage\.send/],
  ])('that are not there fail by name: %s', async (call, message) => {
    const failure = await cloud.failure(`return await ${call}`)
    expect(failure.errMsg).toMatch(message)
    // The old callOpenAPI loses the code on its way through the SDK.
    expect([-501007, -1]).toContain(failure.errCode)
  })
})
