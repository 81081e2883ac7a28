import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openDataFolder } from '../../../local-cloud/store/data-folder'

const folders: string[] = []
afterAll(() => {
  for (const dir of folders) rmSync(dir, { recursive: true, force: true })
})

const folder = () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'data-folder-'))
  folders.push(dir)
  return dir
}

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

  it('takes over the lock of a process that has ended', () => {
    const dir = folder()
    openDataFolder(dir, false).release()
    // The highest number that no process can have.
    writeFileSync(path.join(dir, 'lock'), '4194304 1')
    openDataFolder(dir, false).release()
    expect(readdirSync(dir)).toEqual(['manifest.json'])
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
