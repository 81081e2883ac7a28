import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { startCloud } from '../../support/cloud'

const root = path.resolve(import.meta.dirname, '../../..')
const dir = mkdtempSync(path.join(tmpdir(), 'demo-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** Starts on the folder and ends the process (SIGKILL) when the first documents have been written. */
const interruptFirstRun = async () => {
  const child = spawn(process.execPath, [path.join(root, 'dist/local-cloud/main.js')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', DATA_DIR: dir, DEMO: 'small' },
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  const data = path.join(dir, 'database/data.mdb')
  while (child.exitCode === null && !(existsSync(data) && statSync(data).size > 400_000)) {
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  return output
}

describe('the demo county', () => {
  it('is whole after a first run that was interrupted, folded, and made only once', async () => {
    expect(await interruptFirstRun()).toBe('')
    const cloud = await startCloud({ dataDir: dir, demo: true })
    try {
      const { personas } = (await (await cloud.get('/local/personas')).json()) as { personas: Record<string, string>[] }
      expect(personas).toHaveLength(11)
      expect(Object.keys(personas[0] ?? {})).toEqual(['id', 'title', 'description'])
      const people = await cloud.all('people')
      expect(people).toHaveLength(400)
      const facts = await cloud.all<{ folded: boolean }>('facts')
      expect(facts.length).toBeGreaterThan(400)
      expect(facts.filter(({ folded }) => !folded)).toEqual([])
      for (const { id } of personas) expect(await cloud.login(id ?? '')).not.toBe('')
      await cloud.restart()
      expect(await cloud.all('facts')).toHaveLength(facts.length)
    } finally {
      await cloud.stop()
    }
  })

  it('is not put among documents of somebody', async () => {
    const own = await startCloud({ env: { LOG: '' } })
    await own.put('reports', [{ _id: 'mine' }])
    await own.kill()
    const again = await startCloud({ dataDir: own.dataDir, demo: true })
    expect(await again.all('people')).toEqual([])
    expect(await again.all('reports')).toEqual([{ _id: 'mine' }])
    await again.stop()
    rmSync(own.dataDir, { recursive: true, force: true })
  })
})
