import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { ProbeCloud } from './probe'
import { startProbe } from './probe'

const main = path.resolve(import.meta.dirname, '../../../dist/local-cloud/main.js')
const admin = { 'x-local-admin': '1' }

const running: ProbeCloud[] = []
const folders: string[] = []
afterEach(async () => {
  for (const cloud of running.splice(0)) await cloud.stop()
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true })
})

const start = async (dataDir?: string): Promise<ProbeCloud> => {
  const cloud = await startProbe(dataDir === undefined ? {} : { dataDir })
  running.push(cloud)
  return cloud
}

/** A folder that does not exist yet, below one that is removed at the end. */
const newFolder = (name = 'backup'): string => {
  const dir = mkdtempSync(path.join(tmpdir(), 'backup-'))
  folders.push(dir)
  return path.join(dir, name)
}

const command = (dataDir: string, ...args: string[]) =>
  spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...process.env, DATA_DIR: dataDir },
  })

const sizeOf = (dataDir: string) => statSync(path.join(dataDir, 'database', 'data.mdb')).size

/** Documents, an index, a file, a message and a login: whatever a data folder keeps. */
const fill = async (cloud: ProbeCloud) => {
  await cloud.put('things', [
    { _id: 'a', code: 1, group: 'x', at: { $date: '2026-01-01T00:00:00Z' } },
    { _id: 5, code: 2, group: 'x' },
  ])
  await cloud.value(`await cloud.uploadFile({ cloudPath: 'dir/f.txt', fileContent: Buffer.from('f') })`)
}

const expectFilled = async (cloud: ProbeCloud, token: string) => {
  const code = `return {
      file: (await cloud.downloadFile({ fileID: 'cloud://local-env.local/dir/f.txt' })).fileContent.toString(),
      found: (await db.collection('things').where({ group: 'x' }).get()).data.map((d) => [d._id, d.code]),
      date: (await db.collection('things').doc('a').get()).data.at.getTime(),
    }`
  const { result } = await cloud.callRaw<{ value: unknown }>('probe', { code }, token)
  expect(result.value).toEqual({
    file: 'f',
    found: expect.arrayContaining([
      ['a', 1],
      [5, 2],
    ]) as unknown,
    date: Date.UTC(2026, 0),
  })
}

describe('--backup', () => {
  it('makes a folder on which the cloud starts with the same documents, files and logins', async () => {
    const cloud = await start()
    await fill(cloud)
    const token = await cloud.loginAs('tester-b')
    const target = newFolder()
    const inUse = command(cloud.dataDir, '--backup', target)
    expect([inUse.status, inUse.stderr]).toEqual([
      1,
      expect.stringContaining('in use by another local cloud') as string,
    ])
    await cloud.kill()
    const made = command(cloud.dataDir, '--backup', target)
    expect([made.status, made.stdout]).toEqual([0, ''])
    expect(made.stderr).toContain(`${target}: a backup of ${cloud.dataDir}`)
    await expectFilled(await start(target), token)
  })

  it('refuses a folder that holds something, or data that is not there', async () => {
    const cloud = await start()
    await cloud.kill()
    const target = newFolder()
    expect(command(cloud.dataDir, '--backup', target).status).toBe(0)
    const before = readdirSync(target)
    const again = command(cloud.dataDir, '--backup', target)
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('is not empty') as string])
    expect(readdirSync(target)).toEqual(before)
    const nothing = command(newFolder(), '--backup', newFolder())
    expect([nothing.status, nothing.stderr]).toEqual([1, expect.stringContaining('holds no data') as string])
    const noFolder = command(cloud.dataDir, '--backup')
    expect([noFolder.status, noFolder.stderr]).toEqual([1, expect.stringContaining('needs a folder') as string])
  })
})

describe('POST /local/backup', () => {
  it('makes a backup of one moment while functions write', async () => {
    const cloud = await start()
    await fill(cloud)
    const token = await cloud.loginAs('tester-b')
    let stop = false
    const writing = (async () => {
      for (let i = 0; !stop; i++) {
        const code = `await db.runTransaction(async (tx) => {
          await tx.collection('plain').add({ data: { _id: 'p' + input } })
          await tx.collection('owners').add({ data: { _id: 'q' + input, town: 't' } })
        })`
        await cloud.value(code, i)
      }
      return true
    })()
    while ((await cloud.all('plain')).length < 5) await new Promise((resolve) => setTimeout(resolve, 5))
    const folder = newFolder()
    const answer = await cloud.post('/local/backup', { folder }, admin)
    expect([answer.status, await answer.json()]).toEqual([200, { folder, bytes: sizeOf(folder) }])
    const since = (await cloud.all('plain')).length
    stop = true
    await writing
    const copy = await start(folder)
    await expectFilled(copy, token)
    const [plain, owners] = [await copy.all<{ _id: string }>('plain'), await copy.all<{ _id: string }>('owners')]
    expect(plain.length).toBeGreaterThanOrEqual(5)
    expect(plain.length).toBeLessThanOrEqual(since)
    expect(owners.map(({ _id }) => _id.slice(1)).sort()).toEqual(plain.map(({ _id }) => _id.slice(1)).sort())
  })

  it('needs the header, a whole path and an empty folder', async () => {
    const cloud = await start()
    expect((await cloud.post('/local/backup', { folder: newFolder() })).status).toBe(403)
    expect((await cloud.post('/local/backup', { folder: 'backup' }, admin)).status).toBe(400)
    expect((await cloud.post('/local/backup', { folder: cloud.dataDir }, admin)).status).toBe(400)
    expect(await cloud.value('return 1')).toBe(1)
  })
})

describe('a backup that was interrupted', () => {
  it('is not taken for one', async () => {
    const cloud = await start()
    await cloud.kill()
    const half = newFolder()
    cpSync(path.join(cloud.dataDir, 'database'), path.join(half, 'database'), { recursive: true })
    await expect(startProbe({ dataDir: half })).rejects.toThrow(/not a data folder/)
  })
})

describe('--compact', () => {
  it('gives room back and keeps every document', async () => {
    const cloud = await start()
    await fill(cloud)
    const token = await cloud.loginAs('tester-b')
    const many = Array.from({ length: 800 }, (_, i) => ({ _id: `d${i}`, text: 'x'.repeat(4000) }))
    await cloud.put('plain', many)
    await cloud.value(`await db.collection('plain').where({}).remove()`)
    expect(command(cloud.dataDir, '--compact').stderr).toContain('in use by another local cloud')
    await cloud.kill()
    const before = sizeOf(cloud.dataDir)
    expect(before).toBeGreaterThan(3_000_000)
    const done = command(cloud.dataDir, '--compact')
    expect([done.status, done.stdout]).toEqual([0, ''])
    expect(sizeOf(cloud.dataDir)).toBeLessThan(500_000)
    expect(readdirSync(cloud.dataDir).sort()).toEqual(['database', 'files', 'manifest.json'])
    const again = await start(cloud.dataDir)
    await expectFilled(again, token)
    await again.value(`await db.collection('plain').add({ data: { _id: 'new' } })`)
  })
})
