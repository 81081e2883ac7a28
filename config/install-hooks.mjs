// npm's prepare step: points git at .githooks. A clone without git, a CI run or a packed install goes on without hooks.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { inRoot, root } from './build/paths.mjs'

if (!process.env.CI && existsSync(inRoot('.git'))) {
  try {
    execFileSync('git', ['config', 'core.hooksPath', '.githooks'], { cwd: root, stdio: 'ignore' })
  } catch {
    console.log('git hooks were not installed; "npm run check" does what they would do')
  }
}
