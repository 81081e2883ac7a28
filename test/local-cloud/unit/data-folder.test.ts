import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { backUp } from '../../../local-cloud/store/backup'
import { databaseIn, filesIn, openDataFolder } from '../../../local-cloud/store/data-folder'
import { Store } from '../../../local-cloud/store/store'

const folders: string[] = []
afterAll(() => {
  for (const dir of folders) rmSync(dir, { recursive: true, force: true })
})

const folder = () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'data-folder-'))
  folders.push(dir)
  return dir
}

/** Every file below a folder with its bytes. */
const contents = (dir: string): [string, string][] =>
  (readdirSync(dir, { recursive: true }) as string[])
    .sort()
    .filter((name) => statSync(path.join(dir, name)).isFile())
    .map((name) => [name, readFileSync(path.join(dir, name), 'base64')])

describe('the data folder', () => {
  it('is marked as ours, and known again', () => {
    const dir = folder()
    const first = openDataFolder(dir, false)
    expect(first.isNew).toBe(true)
    first.release()
    const second = openDataFolder(dir, false)
    expect(second.isNew).toBe(false)
    second.release()
    expect(readdirSync(dir)).toEqual(['manifest.json'])
  })

  it('is emptied by a reset', () => {
    const dir = folder()
    openDataFolder(dir, false).release()
    writeFileSync(path.join(dir, 'something'), 'x')
    const again = openDataFolder(dir, true)
    expect(again.isNew).toBe(true)
    again.release()
    expect(readdirSync(dir)).toEqual(['manifest.json'])
  })

  it.each([false, true])('of someone else is refused and left untouched (reset: %s)', (reset) => {
    const dir = folder()
    writeFileSync(path.join(dir, 'letter.txt'), 'dear reader')
    expect(() => openDataFolder(dir, reset)).toThrow(/not a data folder of the local cloud/)
    expect(readdirSync(dir)).toEqual(['letter.txt'])
    expect(readFileSync(path.join(dir, 'letter.txt'), 'utf8')).toBe('dear reader')
  })

  it('of a newer format is refused and left untouched', () => {
    const dir = folder()
    openDataFolder(dir, false).release()
    const manifest = path.join(dir, 'manifest.json')
    const newer = readFileSync(manifest, 'utf8').replace(/"format":\d+/, '"format":99')
    writeFileSync(manifest, newer)
    expect(() => openDataFolder(dir, true)).toThrow(/data format 99/)
    expect(readFileSync(manifest, 'utf8')).toBe(newer)
    expect(readdirSync(dir)).toEqual(['manifest.json'])
  })

  it('of an earlier or a later version of the documents is refused with what to do, and left untouched', () => {
    const dir = folder()
    openDataFolder(dir, false, 2).release()
    const before = contents(dir)
    expect(() => openDataFolder(dir, false, 3)).toThrow(
      /an earlier version of this project \(shapes 2; this version knows 3\).*left untouched.*npm start -- --reset/,
    )
    expect(() => openDataFolder(dir, false, 1)).toThrow(/a later version of this project/)
    expect(contents(dir)).toEqual(before)
    // a backup or a compaction does not look into documents
    openDataFolder(dir, false).release()
    openDataFolder(dir, true, 3).release()
    openDataFolder(dir, false, 3).release()
  })

  it('is backed up with the version of its documents', async () => {
    const [dir, target] = [folder(), folder()]
    const { release } = openDataFolder(dir, false, 2)
    const store = new Store(databaseIn(dir), new Map())
    await backUp(store, dir, target)
    await store.close()
    release()
    expect(() => openDataFolder(target, false, 3)).toThrow(/shapes 2; this version knows 3/)
    openDataFolder(target, false, 2).release()
  })

  it('of the time before shapes were counted has the first ones', () => {
    const dir = folder()
    writeFileSync(path.join(dir, 'manifest.json'), '{"madeBy":"chuxin-xuetang local cloud","format":1}\n')
    expect(() => openDataFolder(dir, false, 2)).toThrow(/shapes 1; this version knows 2/)
    openDataFolder(dir, false, 1).release()
  })

  it('takes over the lock of a process that has ended', () => {
    const dir = folder()
    openDataFolder(dir, false).release()
    // The highest number that no process can have.
    writeFileSync(path.join(dir, 'lock'), '4194304 1')
    openDataFolder(dir, false).release()
    expect(readdirSync(dir)).toEqual(['manifest.json'])
  })

  it('of which only the manifest was made is taken as new', () => {
    const dir = folder()
    openDataFolder(dir, false).release()
    mkdirSync(path.join(dir, 'database'))
    openDataFolder(dir, false).release()
    // The database file of a process that was killed before it wrote to it.
    writeFileSync(path.join(dir, 'database', 'data.mdb'), '')
    openDataFolder(dir, false).release()
  })

  it.each([
    ['is missing', (file: string) => rmSync(file), /its database is missing/],
    ['is something else', (file: string) => writeFileSync(file, 'x'.repeat(20_000)), /its database is not one/],
    ['is empty', (file: string) => writeFileSync(file, ''), /its database is not one/],
    ['is cut off', (file: string) => truncateSync(file, statSync(file).size / 2), /ends too early/],
    ['has lost its last page', (file: string) => truncateSync(file, statSync(file).size - 4096), /ends too early/],
  ])('is refused and left byte for byte when its database %s', async (_what, damage, sentence) => {
    const dir = folder()
    const data = openDataFolder(dir, false)
    mkdirSync(filesIn(dir))
    const store = new Store(databaseIn(dir), new Map([['docs', []]]))
    for (let i = 0; i < 20; i++) {
      await store.write(() => store.collection('docs').insert({ _id: i, text: 'x'.repeat(3000) }))
    }
    await store.close()
    data.release()
    openDataFolder(dir, false).release()
    damage(path.join(databaseIn(dir), 'data.mdb'))
    const before = contents(dir)
    expect(() => openDataFolder(dir, false)).toThrow(sentence)
    expect(contents(dir)).toEqual(before)
    const again = openDataFolder(dir, true)
    expect(again.isNew).toBe(true)
    again.release()
  })

  it('is taken when pages at the end of its database are missing that hold nothing', async () => {
    const dir = folder()
    openDataFolder(dir, false).release()
    const store = new Store(databaseIn(dir), new Map([['docs', []]]))
    await store.write(() => store.collection('docs').insert({ _id: 'b', text: 'x'.repeat(3000) }))
    await store.write(() => {
      const large = { _id: 'a', text: 'x'.repeat(1_000_000) }
      store.collection('docs').insert(large)
      store.collection('docs').remove(large)
    })
    await store.close()
    const file = path.join(databaseIn(dir), 'data.mdb')
    // The newer meta page tells of a megabyte that was never written.
    const last = Math.max(...[144, 4096 + 144].map((at) => readFileSync(file).readUInt32LE(at)))
    expect(statSync(file).size).toBeLessThan((last + 1) * 4096)
    openDataFolder(dir, false).release()
  })

  it('that cannot be made is refused with the reason', () => {
    const dir = folder()
    writeFileSync(path.join(dir, 'file'), '')
    expect(() => openDataFolder(path.join(dir, 'file', 'data'), false)).toThrow(/a part of the path is a file/)
    expect(() => openDataFolder(path.join(dir, 'file'), false)).toThrow(/it is a file/)
  })

  it('is refused while another process holds it', () => {
    const dir = folder()
    openDataFolder(dir, false).release()
    const parent = process.ppid
    const start = readFileSync(`/proc/${parent}/stat`, 'utf8').split(') ')[1]?.split(' ')[19]
    writeFileSync(path.join(dir, 'lock'), `${parent} ${start}`)
    expect(() => openDataFolder(dir, false)).toThrow(`in use by another local cloud (process ${parent})`)
    // The same number, but a process that began at another time.
    writeFileSync(path.join(dir, 'lock'), `${parent} 1`)
    openDataFolder(dir, false).release()
  })
})
