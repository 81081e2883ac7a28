// node config/audit.mjs: what is wrong with the dependencies. Exit code 1 when something is; an advisory service that does not answer is said and no failure.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { auditLock, readAudit } from './audit-lib.mjs'
import { inRoot, root } from './build/paths.mjs'

const readJson = (file) => JSON.parse(readFileSync(inRoot(file), 'utf8'))
const problems = auditLock(readJson('package-lock.json'), readJson('package.json'))

// known weaknesses of what is shipped; npm answers with exit code 1 for findings as well as for a service that it cannot reach
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
  cwd: root,
  encoding: 'utf8',
  timeout: 120_000,
  maxBuffer: 64 * 1024 * 1024,
})
const advisories = readAudit(stdout ?? '')
if (advisories.state === 'unreachable')
  console.log('audit: no advisory service answered; known weaknesses were NOT looked up')
else console.log(`audit: advisories looked up, ${advisories.findings.length} high or critical`)

for (const problem of [...problems, ...advisories.findings]) console.error(`audit: ${problem}`)
const count = problems.length + advisories.findings.length
console.log(count === 0 ? 'audit: the lock file is sound' : `audit: ${count} problems`)
process.exitCode = count === 0 ? 0 : 1
