import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { expect, it } from 'vitest'
import { report, type Section } from './report'

const root = path.resolve(import.meta.dirname, '../..')

// bundled as the functions are: the test runner's own module loading makes calls between modules many times slower
it('the index: 100,000 members, 5 million facts, beside DuckDB', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'participation-'))
  const outfile = path.join(folder, 'measure.js')
  try {
    const entry = path.join(import.meta.dirname, 'participation/measure.ts')
    const alias = { '@': path.join(root, 'src') }
    const external = ['@duckdb/node-api']
    buildSync({
      entryPoints: [entry],
      bundle: true,
      platform: 'node',
      target: 'node16',
      minify: true,
      alias,
      external,
      outfile,
    })
    const printed = execFileSync(process.execPath, ['--max-old-space-size=8000', outfile], {
      encoding: 'utf8',
      env: { ...process.env, NODE_PATH: path.join(root, 'node_modules') },
      maxBuffer: 2 ** 26,
    })
    const sections = JSON.parse(printed) as Section[]
    expect(sections.map(({ rows }) => rows.length)).toEqual([2, 20, 2, 8])
    report('index', sections)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
