import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { startCloud } from '../../support/cloud'
import type { ProbeCloud } from './probe'
import { startProbe } from './probe'

let cloud: ProbeCloud | undefined

afterEach(async () => {
  await cloud?.stop()
  cloud = undefined
})

const main = path.resolve(import.meta.dirname, '../../../dist/local-cloud/main.js')
const fixtures = path.resolve(import.meta.dirname, '../fixtures')
const startOn = (dir: string, args: string[] = []) =>
  spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    timeout: 20_000,
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: dir,
      DEMO: 'none',
      FUNCTIONS_DIR: path.join(fixtures, 'functions'),
      DATABASE_FILE: path.join(fixtures, 'database.json'),
    },
  })

describe('what was acknowledged', () => {
  it('is there after kill -9 in the middle of writing, with its indexes', async () => {
    cloud = await startProbe()
    const token = await cloud.loginAs('tester-a')
    const acknowledged: string[] = []
    const code = `return (await db.collection('things').add({ data: { _id: input, code: input, group: 'g', n: 1 } }))._id`
    const writers = Array.from({ length: 4 }, async (_value, writer) => {
      for (let i = 0; i < 1000; i++) {
        const id = `w${writer}.${i}`
        const answer = await cloud?.callRaw<{ value?: string }>('probe', { code, input: id }, token)
        if (answer?.result?.value === id) acknowledged.push(id)
      }
    }).map((writing) => writing.catch(() => undefined))
    while (acknowledged.length < 60) await new Promise((resolve) => setTimeout(resolve, 5))
    await cloud.kill()
    await Promise.all(writers)
    await cloud.restart()
    const kept = new Set((await cloud.all('things')).map(({ _id }) => _id))
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    // At most what was under way is there beyond that, and the indexes know exactly what is there.
    expect(kept.size).toBeLessThanOrEqual(acknowledged.length + 4)
    const found = await cloud.value<string[]>(
      `return (await db.collection('things').where({ group: 'g' }).limit(1000).get()).data.map((d) => d._id)`,
    )
    expect(new Set(found)).toEqual(kept)
    expect(found).toHaveLength(kept.size)
  })

  it('is there after a clean restart, and so are logins, files and messages', async () => {
    cloud = await startProbe()
    const token = await cloud.loginAs('tester-a')
    await cloud.value(`await db.collection('plain').add({ data: { _id: 'k' } })`)
    await cloud.value(`await cloud.uploadFile({ cloudPath: 'f.txt', fileContent: Buffer.from('f') })`)
    await cloud.post('/local/consent', { openid: 'x', templateIds: ['T'] })
    await cloud.value(`await cloud.openapi.subscribeMessage.send({ touser: 'x', templateId: 'T', data: {} })`)
    await cloud.restart()
    expect(await cloud.all('plain')).toEqual([{ _id: 'k' }])
    expect(await cloud.outbox()).toHaveLength(1)
    const code = `return (await cloud.downloadFile({ fileID: 'cloud://local-env.local/f.txt' })).fileContent.toString()`
    expect((await cloud.callRaw<{ value: string }>('probe', { code }, token)).result.value).toBe('f')
  })
})

describe('the data folder', () => {
  it('is refused to a second process, which changes nothing', async () => {
    cloud = await startProbe()
    const second = startOn(cloud.dataDir)
    expect(second.status).toBe(1)
    expect(second.stderr).toContain(`in use by another local cloud (process ${cloud.pid})`)
    expect(second.stdout).toBe('')
    await expect(startCloud({ dataDir: cloud.dataDir, args: ['--reset'] })).rejects.toThrow(/in use/)
    expect(await cloud.value('return 1')).toBe(1)
  })

  it('of someone else is refused and left untouched, also on a reset', () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'foreign-'))
    writeFileSync(path.join(dir, 'thesis.txt'), 'x')
    for (const args of [[], ['--reset']]) {
      const refused = startOn(dir, args)
      expect(refused.status).toBe(1)
      expect(refused.stderr).toContain('not a data folder of the local cloud')
      expect(readdirSync(dir)).toEqual(['thesis.txt'])
    }
  })

  it('begins anew with --reset', async () => {
    cloud = await startProbe()
    await cloud.put('plain', [{ _id: 'k' }])
    const { dataDir } = cloud
    await cloud.kill()
    const fresh = await startProbe({ dataDir, args: ['--reset'] })
    expect(await fresh.all('plain')).toEqual([])
    await fresh.stop()
  })
})
