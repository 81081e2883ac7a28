import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './build/paths.mjs'

/** The room that a test file belongs to: the folder below test/. */
const roomOf = (file) => path.relative(path.join(root, 'test'), file).split(path.sep)[0]

/**
 * What vitest's JSON report says, counted by room: how many tests passed, failed and were skipped, and what failed. A file that
 * could not even be loaded counts as a failure, and so do a missing report (vitest died), a report without tests, and a run that
 * ended badly although no test failed (a set-up or something outside the tests threw): `endedWell` is vitest's own verdict.
 */
export function readReport(file, endedWell) {
  const rooms = new Map()
  let report
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return { rooms, passed: 0, failed: 1, problems: [`no test report: ${error.message}`] }
  }
  const problems = []
  for (const { name, status, assertionResults, message } of report.testResults) {
    const room = rooms.get(roomOf(name)) ?? { passed: 0, failed: 0, skipped: 0 }
    rooms.set(roomOf(name), room)
    const failures = assertionResults.filter((test) => test.status === 'failed')
    for (const test of failures) problems.push(`${path.relative(root, name)} › ${test.fullName}`)
    if (status === 'failed' && failures.length === 0) {
      failures.push({ name })
      problems.push(`${path.relative(root, name)}: ${message?.split('\n')[0] || 'could not be run'}`)
    }
    const passed = assertionResults.filter((test) => test.status === 'passed').length
    room.passed += passed
    room.failed += failures.length
    room.skipped += assertionResults.filter((test) => test.status !== 'passed' && test.status !== 'failed').length
  }
  const passed = [...rooms.values()].reduce((total, room) => total + room.passed, 0)
  if (passed === 0 && problems.length === 0) problems.push('no test ran')
  else if (!endedWell && problems.length === 0) problems.push('vitest failed outside the tests: see above')
  return { rooms, passed, failed: problems.length, problems }
}
