import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readReport } from '../../config/test-summary.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'summary-'))
const root = path.resolve(import.meta.dirname, '../..')
afterAll(() => rmSync(folder, { recursive: true }))

const result = (file: string, statuses: string[], status = statuses.includes('failed') ? 'failed' : 'passed') => ({
  name: path.join(root, 'test', file),
  status,
  message: status === 'failed' && !statuses.includes('failed') ? 'Cannot find module\nat …' : '',
  assertionResults: statuses.map((state, place) => ({ status: state, fullName: `case ${place}` })),
})

function read(testResults: object[], endedWell = true) {
  const file = path.join(folder, 'report.json')
  writeFileSync(file, JSON.stringify({ testResults }))
  return readReport(file, endedWell)
}

test('counts by room, and names what failed', () => {
  const report = read([
    result('domain/a.test.ts', ['passed', 'passed', 'skipped']),
    result('domain/b.test.ts', ['passed', 'failed']),
    result('flows/c.test.ts', ['passed']),
  ])
  expect([report.passed, report.failed]).toEqual([4, 1])
  expect(report.problems).toEqual(['test/domain/b.test.ts › case 1'])
  expect(report.rooms.get('domain')).toEqual({ passed: 3, failed: 1, skipped: 1 })
})

test('a file that cannot be loaded is a failure', () => {
  const report = read([result('domain/a.test.ts', ['passed']), result('flows/b.test.ts', [], 'failed')])
  expect([report.passed, report.failed]).toEqual([1, 1])
  expect(report.problems).toEqual(['test/flows/b.test.ts: Cannot find module'])
})

test('a run without tests is a failure', () => {
  expect(read([])).toMatchObject({ passed: 0, failed: 1, problems: ['no test ran'] })
  expect(read([result('domain/a.test.ts', ['skipped'])]).failed).toBe(1)
})

test('a run that ended badly although every test passed is a failure', () => {
  expect(read([result('domain/a.test.ts', ['passed'])], false)).toMatchObject({ passed: 1, failed: 1 })
})

test('a missing report is a failure', () => {
  expect(readReport(path.join(folder, 'none.json'), true)).toMatchObject({ passed: 0, failed: 1 })
})
