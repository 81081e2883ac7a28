import { expect } from 'vitest'
import type { ProbeCloud } from '../wire/probe'
import type { SupportRow } from './rows'

const area = 'storage'
const fileID = 'cloud://local-env.local/rows/一.txt'
const upload = (cloud: ProbeCloud, text: string) =>
  cloud.value<string>(
    `return (await cloud.uploadFile({ cloudPath: 'rows/一.txt', fileContent: Buffer.from(input) })).fileID`,
    text,
  )

export const rows: SupportRow[] = [
  {
    area,
    name: 'uploadFile()',
    state: 'supported',
    note: 'whole or not at all, over what was there; 100 MB; `cloud://local-env.local/<path>`',
    async prove(cloud) {
      expect(await upload(cloud, 'first')).toBe(fileID)
      expect(await upload(cloud, 'second')).toBe(fileID)
      const { url } = await cloud.value<{ url: string }>(
        `return { url: (await cloud.getTempFileURL({ fileList: [input] })).fileList[0].tempFileURL }`,
        fileID,
      )
      expect(await (await fetch(encodeURI(url))).text()).toBe('second')
    },
  },
  {
    area,
    name: 'downloadFile()',
    state: 'supported',
    async prove(cloud) {
      await upload(cloud, '内容')
      const code = `return (await cloud.downloadFile({ fileID: input })).fileContent.toString()`
      expect(await cloud.value(code, fileID)).toBe('内容')
      expect(await cloud.failure(code, `${fileID}x`)).toMatchObject({ errCode: -1 })
    },
  },
  {
    area,
    name: 'getTempFileURL()',
    state: 'supported',
    note: 'signed; ten minutes unless maxAge says otherwise, a day at most; then, or altered, HTTP 403; 50 at once',
    async prove(cloud) {
      await upload(cloud, 'x')
      const [{ tempFileURL = '', status } = {}, missing] = await cloud.value<{ tempFileURL: string; status: number }[]>(
        `return (await cloud.getTempFileURL({ fileList: [{ fileID: input, maxAge: 60 }, input + 'x'] })).fileList`,
        fileID,
      )
      expect([status, missing?.status]).toEqual([0, -503003])
      expect((await fetch(encodeURI(tempFileURL))).status).toBe(200)
      expect((await fetch(encodeURI(`${tempFileURL}0`))).status).toBe(403)
      await cloud.clock(Date.now() + 61_000)
      expect((await fetch(encodeURI(tempFileURL))).status).toBe(403)
      await cloud.clock(null)
    },
  },
  {
    area,
    name: 'deleteFile()',
    state: 'supported',
    note: '50 at once; -503003 for each that is not there',
    async prove(cloud) {
      await upload(cloud, 'x')
      const code = `return (await cloud.deleteFile({ fileList: [input, input] })).fileList.map(({ status }) => status)`
      expect(await cloud.value(code, fileID)).toEqual([0, -503003])
    },
  },
  {
    area,
    name: 'paths with `..`, an empty part, `?`, `#`, `%` or over 850 bytes',
    state: 'refused',
    async prove(cloud) {
      for (const cloudPath of ['../a', 'a//b', '/a', 'a?b', 'a#b', 'a%b', 'x'.repeat(851)]) {
        const failure = await cloud.failure(
          `return await cloud.uploadFile({ cloudPath: input, fileContent: Buffer.from('x') })`,
          cloudPath,
        )
        expect(failure.errMsg).toContain('not a path of cloud storage')
      }
    },
  },
]
