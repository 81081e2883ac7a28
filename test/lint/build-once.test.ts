import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withLock } from '../../config/build/lock.mjs'
import { hashOf } from '../../config/build/stale.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const room = `.tmp/build-once-${process.pid}`
const lock = `test-${process.pid}`
const write = (name: string, text: string) => writeFileSync(path.join(root, room, name), text)

beforeAll(() => mkdirSync(path.join(root, room, 'inner'), { recursive: true }))
afterAll(() => rmSync(path.join(root, room), { recursive: true, force: true }))

test('what is built depends on names and contents, never on dates', () => {
  write('a.ts', 'one')
  write('inner/b.ts', 'two')
  const hash = hashOf([room])
  utimesSync(path.join(root, room, 'a.ts'), 1, 1)
  expect(hashOf([room])).toBe(hash)
  write('inner/b.ts', 'three')
  const changed = hashOf([room])
  expect(changed).not.toBe(hash)
  write('inner/b.ts', 'two')
  expect(hashOf([room])).toBe(hash)
  write('inner/c.ts', '')
  expect(hashOf([room])).not.toBe(hash)
})

test('two builds of the same thing take turns', async () => {
  const seen: string[] = []
  const work = (name: string) => async () => {
    seen.push(`${name} begins`)
    await new Promise((resolve) => setTimeout(resolve, 150))
    seen.push(`${name} ends`)
  }
  await Promise.all([withLock(lock, work('a')), withLock(lock, work('b'))])
  expect(seen).toHaveLength(4)
  expect(seen[1]).toBe(seen[0]?.replace('begins', 'ends'))
  expect(seen[3]).toBe(seen[2]?.replace('begins', 'ends'))
})

test('a build that fails gives the lock back', async () => {
  await expect(withLock(lock, async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await withLock(lock, async () => 'next')).toBe('next')
})

test('the lock of a process that was killed is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(path.join(root, 'dist/.locks', lock), String(pid))
  expect(await withLock(lock, async () => 'taken')).toBe('taken')
})
