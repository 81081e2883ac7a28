import { spawn } from 'node:child_process'
import { inRoot, root } from './build/paths.mjs'

/** The tools that the checks call, as node scripts: no shell, no package runner in between. */
export const tools = {
  // incremental: a second run looks only at what changed
  tsc: [
    ...['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.', '--pretty'],
    ...['--incremental', '--tsBuildInfoFile', '.tmp/types.tsbuildinfo'],
  ],
  biome: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  vitest: ['node_modules/vitest/vitest.mjs', 'run'],
}

/** Runs one tool in this terminal; resolves to whether it succeeded, and how long it took in seconds. */
export function runStep(title, [script, ...args]) {
  const began = performance.now()
  console.log(`\n── ${title}`)
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [inRoot(script), ...args], { cwd: root, stdio: 'inherit' })
    const end = (passed) => {
      const seconds = (performance.now() - began) / 1000
      console.log(`── ${title}: ${passed ? 'ok' : 'FAILED'}, ${seconds.toFixed(1)} s`)
      resolve({ title, passed, seconds })
    }
    child.on('error', () => end(false))
    child.on('close', (code) => end(code === 0))
  })
}
