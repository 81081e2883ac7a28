// npm test: everything. Types, lint, then every test but the benches (which measure and assert nothing).
import { mkdirSync, rmSync } from 'node:fs'
import { inRoot } from './build/paths.mjs'
import { runStep, tools } from './run-step.mjs'
import { readReport } from './test-summary.mjs'

// whether a change lands must not depend on luck (test/support/fast-check.ts)
process.env.FC_SEED ??= '20261110'

const file = inRoot('.tmp/test-report.json')
mkdirSync(inRoot('.tmp'), { recursive: true })
rmSync(file, { force: true })

const steps = [await runStep('types', tools.tsc), await runStep('lint', tools.biome)]
const projects = ['unit', 'cloud', 'build', 'flows'].flatMap((name) => ['--project', name])
const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', file]
const vitest = await runStep('tests', [...tools.vitest, ...projects, ...reporters])

const report = readReport(file, vitest.passed)
const stepsPassed = steps.filter(({ passed }) => passed).length
const passed = report.passed + stepsPassed
const failed = report.failed + steps.length - stepsPassed

console.log()
for (const { title, passed: ok, seconds } of [...steps, vitest])
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${title} (${seconds.toFixed(0)} s)`)
for (const [room, count] of [...report.rooms].sort()) {
  console.log(
    `       ${room}: ${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`,
  )
}
for (const problem of report.problems) console.log(`FAILED ${problem}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
