import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { expect, it } from 'vitest'

// bundled as the functions are: the test runner's own module loading makes calls between modules many times slower
it('the index: 100,000 members, 5 million facts', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'participation-'))
  const outfile = path.join(folder, 'measure.js')
  try {
    const entry = path.join(import.meta.dirname, 'participation/measure.ts')
    const alias = { '@': path.join(import.meta.dirname, '../../src') }
    buildSync({ entryPoints: [entry], bundle: true, platform: 'node', target: 'node16', minify: true, alias, outfile })
    const printed = execFileSync(process.execPath, [outfile], { encoding: 'utf8' })
    console.log(printed)
    expect(printed).toContain('bytes per fact')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
