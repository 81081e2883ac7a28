import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
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

/** Sends a PUT in pieces; `end: false` cuts it off after them. */
const putInPieces = async (url: string, authorization: string, pieces: Buffer[], end: boolean): Promise<number> =>
  await new Promise((resolve) => {
    const put = request(url, { method: 'PUT', headers: { authorization } }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    put.on('error', () => resolve(0))
    for (const piece of pieces) put.write(piece)
    if (end) put.end()
    else setTimeout(() => put.destroy(), 100)
  })

/** What the SDK gets before it uploads: where to, and the signature. */
const uploadMetadata = async (cloudPath: string): Promise<{ url: string; authorization: string }> => {
  const code = `
    const http = process.getBuiltinModule('http')
    const send = http.request
    let seen
    http.request = (url, options, done) => {
      if (options?.method === 'put') seen = { url: String(url), authorization: options.headers.authorization }
      return send(url, options, done)
    }
    try { await cloud.uploadFile({ cloudPath: input, fileContent: Buffer.from('first') }) } finally { http.request = send }
    return seen`
  return await cloud.value(code, cloudPath)
}

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

  it.each([
    ['lessons/课.m4a', 'audio/mp4'],
    ['lessons/课.mp3', 'audio/mpeg'],
    ['lessons/record.aac', 'audio/aac'],
    ['lessons/课.mp4', 'video/mp4'],
    ['lessons/IMG_1.MOV', 'video/quicktime'],
    ['lessons/picture.svg', 'image/svg+xml'],
    ['lessons/photo.JPG', 'image/jpeg'],
    ['lessons.mp4/none', 'application/octet-stream'],
    ['lessons/课.mp4.part', 'application/octet-stream'],
  ])('tells players by its name what %s is: %s, whole, in part and in the headers alone', async (cloudPath, type) => {
    const url = await cloud.value<string>(
      `const { fileID } = await cloud.uploadFile({ cloudPath: input, fileContent: Buffer.from('bytes') })
       return (await cloud.getTempFileURL({ fileList: [fileID] })).fileList[0].tempFileURL`,
      cloudPath,
    )
    const asked: [RequestInit, number, string][] = [
      [{}, 200, 'bytes'],
      [{ headers: { range: 'bytes=1-2' } }, 206, 'yt'],
      [{ method: 'HEAD' }, 200, ''],
    ]
    for (const [how, status, body] of asked) {
      const response = await fetch(encodeURI(url), how)
      expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
        status,
        type,
        body,
      ])
    }
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

  it('takes paths at the limit, and `a` beside `a/b`', async () => {
    // 850 bytes of a path: far more than a disk takes as one name.
    const long = `${'名'.repeat(282)}.txt`
    expect(Buffer.byteLength(long)).toBe(850)
    const put = (cloudPath: string) =>
      cloud.probe(
        `return (await cloud.uploadFile({ cloudPath: input, fileContent: Buffer.from(input) })).fileID`,
        cloudPath,
      )
    for (const cloudPath of [long, 'a', 'a/b', 'A', '.hidden', 'parts']) {
      expect((await put(cloudPath)).value).toBe(`cloud://local-env.local/${cloudPath}`)
    }
    const read = `return (await cloud.downloadFile({ fileID: 'cloud://local-env.local/' + input })).fileContent.toString()`
    for (const cloudPath of [long, 'a', 'a/b', 'A', '.hidden', 'parts'])
      expect(await cloud.value(read, cloudPath)).toBe(cloudPath)
    expect((await put(`${long}x`)).value).toBeUndefined()
  })

  it('keeps an empty file and one of several megabytes byte for byte', async () => {
    const code = `
      const content = Buffer.alloc(input, 'a1b2')
      const { fileID } = await cloud.uploadFile({ cloudPath: 'size.bin', fileContent: content })
      const { fileContent } = await cloud.downloadFile({ fileID })
      return [fileContent.length, fileContent.equals(content)]`
    for (const size of [0, 1, 5_000_000]) expect(await cloud.value(code, size)).toEqual([size, true])
  })

  it('keeps nothing of an upload that is cut, and leaves what was there', async () => {
    const { url, authorization } = await uploadMetadata('cut.txt')
    expect(await putInPieces(url, authorization, [Buffer.from('sec')], false)).toBe(0)
    const read = `return (await cloud.downloadFile({ fileID: 'cloud://local-env.local/cut.txt' })).fileContent.toString()`
    expect(await cloud.value(read)).toBe('first')
    expect(readdirSync(path.join(cloud.dataDir, 'files/parts'))).toEqual([])
    // The same address and signature are good until they expire.
    expect(await putInPieces(url, authorization, [Buffer.from('sec'), Buffer.from('ond')], true)).toBe(200)
    expect(await cloud.value(read)).toBe('second')
    await cloud.clock(Date.now() + 16 * 60_000)
    expect(await putInPieces(url, authorization, [Buffer.from('late')], true)).toBe(403)
    await cloud.clock(null)
  })

  it('takes two uploads of one path at once: one of them is there, whole', async () => {
    const code = `
      const texts = ['1', '2'].map((text) => text.repeat(300000))
      await Promise.all(texts.map((text) => cloud.uploadFile({ cloudPath: 'twice.txt', fileContent: Buffer.from(text) })))
      const { fileContent } = await cloud.downloadFile({ fileID: 'cloud://local-env.local/twice.txt' })
      return texts.includes(fileContent.toString())`
    expect(await cloud.value(code)).toBe(true)
  })

  it('goes on when a download is cut', async () => {
    await cloud.value(`await cloud.uploadFile({ cloudPath: 'large.bin', fileContent: Buffer.alloc(8000000) })`)
    const url = await cloud.value<string>(
      `return (await cloud.getTempFileURL({ fileList: ['cloud://local-env.local/large.bin'] })).fileList[0].tempFileURL`,
    )
    for (let i = 0; i < 5; i++) {
      const controller = new AbortController()
      const response = await fetch(url, { signal: controller.signal })
      controller.abort()
      await expect(response.arrayBuffer()).rejects.toThrow()
    }
    expect((await (await fetch(url)).arrayBuffer()).byteLength).toBe(8_000_000)
  })

  it('answers for each file of a list by itself, 50 at most', async () => {
    await upload('content')
    const foreign = 'cloud://other-env.bucket/a.txt'
    const outside = 'cloud://local-env.local/../secret'
    const code = `return (await cloud.getTempFileURL({ fileList: input })).fileList.map(({ status }) => status)`
    expect(await cloud.value(code, [fileID, foreign, outside])).toEqual([0, -503003, -503003])
    expect(
      await cloud.value(
        code,
        Array.from({ length: 50 }, () => fileID),
      ),
    ).toHaveLength(50)
    for (const call of ['getTempFileURL', 'deleteFile']) {
      const failure = await cloud.failure(
        `return await cloud.${call}({ fileList: input })`,
        Array.from({ length: 51 }, () => fileID),
      )
      expect(failure.errMsg).toContain('1 to 50')
    }
    // The same file twice: the second time it is gone.
    const removed = await cloud.value<{ status: number }[]>(
      `return (await cloud.deleteFile({ fileList: input })).fileList`,
      [fileID, fileID],
    )
    expect(removed.map(({ status }) => status)).toEqual([0, -503003])
  })

  it('signs for ten minutes unless told, and for a day at most', async () => {
    await upload('content')
    const url = await cloud.value<string>(
      `return (await cloud.getTempFileURL({ fileList: [input] })).fileList[0].tempFileURL`,
      fileID,
    )
    await cloud.clock(Date.now() + 9 * 60_000)
    expect((await fetch(encodeURI(url))).status).toBe(200)
    await cloud.clock(Date.now() + 11 * 60_000)
    expect((await fetch(encodeURI(url))).status).toBe(403)
    await cloud.clock(null)
    for (const maxAge of [0, -1, 86_401, '60']) {
      const failure = await cloud.failure(`return await cloud.getTempFileURL({ fileList: [input] })`, {
        fileID,
        maxAge,
      })
      expect(failure.errMsg).toContain('maxAge must be seconds')
    }
  })
})
