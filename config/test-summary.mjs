import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './build/paths.mjs'

/** The room that a test file belongs to: the folder below test/. */
const roomOf = (file) => path.relative(path.join(root, 'test'), file).split(path.sep)[0]

/**
 * What vitest's JSON report says, counted by room: how many tests passed, failed and were skipped. A file that could not even be
 * loaded counts as one failure. A missing or unreadable report (vitest died) counts as one failure too.
 */
export function readReport(file) {
  const rooms = new Map()
  let report
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return { rooms, passed: 0, failed: 1, skipped: 0, problems: [`no test report: ${error.message}`] }
  }
  const problems = []
  for (const { name, status, assertionResults, message } of report.testResults) {
    const room = rooms.get(roomOf(name)) ?? { passed: 0, failed: 0, skipped: 0 }
    rooms.set(roomOf(name), room)
    for (const test of assertionResults) {
      if (test.status === 'passed') room.passed += 1
      else if (test.status === 'failed') {
        room.failed += 1
        problems.push(`${path.relative(root, name)} › ${test.fullName}`)
      } else room.skipped += 1
    }
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) {
      room.failed += 1
      problems.push(`${path.relative(root, name)}: ${message?.split('\n')[0] || 'could not be run'}`)
    }
  }
  const sum = (key) => [...rooms.values()].reduce((total, room) => total + room[key], 0)
  return { rooms, passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), problems }
}
