import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileStore, TooLarge } from '../../../local-cloud/storage/file-store'

let dir: string
let files: FileStore
const key = Buffer.from('a key of a test')

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'files-'))
  files = new FileStore(dir, key)
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

async function* pieces(...texts: (string | Error)[]): AsyncGenerator<Buffer> {
  for (const text of texts) {
    if (text instanceof Error) throw text
    yield Buffer.from(text)
  }
}
const textOf = (cloudPath: string) => readFileSync(files.locate(cloudPath), 'utf8')
const parts = () => (existsSync(path.join(dir, 'parts')) ? readdirSync(path.join(dir, 'parts')) : [])

describe('a file', () => {
  it('is put together from its pieces, up to the limit and not a byte more', async () => {
    await files.put('a.txt', pieces('12', '345'), 5)
    expect(textOf('a.txt')).toBe('12345')
    await expect(files.put('a.txt', pieces('123', '456'), 5)).rejects.toThrow(TooLarge)
    expect(textOf('a.txt')).toBe('12345')
    await files.put('empty.txt', pieces(), 5)
    expect(textOf('empty.txt')).toBe('')
    expect(parts()).toEqual([])
  })

  it('that breaks off leaves what was there, and nothing beside it', async () => {
    await expect(files.put('b.txt', pieces('12', new Error('cut')), 5)).rejects.toThrow('cut')
    expect(files.exists('b.txt')).toBe(false)
    await files.put('b.txt', pieces('old'), 5)
    await expect(files.put('b.txt', pieces('ne', new Error('cut')), 5)).rejects.toThrow('cut')
    expect(textOf('b.txt')).toBe('old')
    expect(parts()).toEqual([])
  })

  it('that a dead process was still writing is cleared away at the next start', () => {
    mkdirSync(path.join(dir, 'parts'))
    writeFileSync(path.join(dir, 'parts/0123'), 'half')
    new FileStore(dir, key)
    expect(parts()).toEqual([])
  })

  it('is removed once', async () => {
    await files.put('c.txt', pieces('x'), 5)
    expect(await Promise.all([files.remove('c.txt'), files.remove('c.txt')])).toHaveLength(2)
    expect(await files.remove('c.txt')).toBe(false)
    expect(files.exists('c.txt')).toBe(false)
  })
})

describe('a signature', () => {
  it('is good for one use of one path until its instant, with one key', () => {
    const signature = files.sign('get', 'a.txt', 1000)
    expect(files.allows('get', 'a.txt', signature, 1000)).toBe(true)
    expect(files.allows('get', 'a.txt', signature, 1001)).toBe(false)
    expect(files.allows('put', 'a.txt', signature, 1000)).toBe(false)
    expect(files.allows('get', 'b.txt', signature, 1000)).toBe(false)
    expect(new FileStore(dir, Buffer.from('another')).allows('get', 'a.txt', signature, 1000)).toBe(false)
    for (const wrong of [
      '',
      '.',
      '1000',
      '1000.',
      `2000${signature.slice(4)}`,
      `${signature}0`,
      `1e3${signature.slice(4)}`,
    ])
      expect(files.allows('get', 'a.txt', wrong, 0), wrong).toBe(false)
  })
})
