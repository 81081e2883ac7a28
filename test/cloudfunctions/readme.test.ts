import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getOverview } from '../../src/contracts/stats'
import { dayOf, monthOf } from '../../src/domain/time/day'
import { startCloud, type TestCloud } from '../support/cloud'

const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8')
let cloud: TestCloud
const folder = mkdtempSync(path.join(tmpdir(), 'readme-'))
beforeAll(async () => {
  cloud = await startCloud({ demo: true })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})

type Figures = { ok: true; data: { figures: { code: string; value: number }[] } }
async function quizPeople(): Promise<number | undefined> {
  const today = dayOf(Date.now())
  const input = { orgId: 'shili', from: `${monthOf(today)}-01`, to: today }
  const { result } = await cloud.call<Figures>('stats', getOverview.name, input, await cloud.login('organiser-county'))
  return result.data.figures.find(({ code }) => code === 'quiz.people')?.value
}

test('the main job with curl, as the README shows it, works word for word', async () => {
  const script = /<!-- curl:begin[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  expect(script).toContain('BASE=http://127.0.0.1:8080\n')
  const before = (await quizPeople()) ?? Number.NaN
  const output = execFileSync('bash', ['-eu', '-c', script.replace('http://127.0.0.1:8080', cloud.url)], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(output).toContain('blank: 19')
  expect(output).toContain(`value: ${before + 1}`)
  expect(await quizPeople()).toBe(before + 1)
  // a Word file is a ZIP archive
  expect(readFileSync(path.join(folder, 'report.docx')).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
})
