import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accepted, refused } from './house-cases'

interface Diagnostic {
  severity: string
  message: string
  location: { path: string }
}

const root = path.resolve(import.meta.dirname, '../..')
const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome')

/** Lints files under the project's own configuration, in a folder of their own, and gives the errors by file. */
function lint(folder: string, files: readonly { file: string; code: string }[]): Map<string, string[]> {
  cpSync(path.join(root, 'biome.json'), path.join(folder, 'biome.json'))
  cpSync(path.join(root, 'config/lint'), path.join(folder, 'config/lint'), { recursive: true })
  for (const { file, code } of files) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(folder, file), `${code}\n`)
  }
  let report: string
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.']
  try {
    report = execFileSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (refusal) {
    report = String((refusal as { stdout: string }).stdout)
  }
  const errors = new Map<string, string[]>()
  for (const { severity, message, location } of (JSON.parse(report) as { diagnostics: Diagnostic[] }).diagnostics) {
    if (severity === 'error') errors.set(location.path, [...(errors.get(location.path) ?? []), message])
  }
  return errors
}

describe('the house', () => {
  const folders = [0, 1].map(() => mkdtempSync(path.join(tmpdir(), 'house-')))
  let bad: Map<string, string[]>
  let good: Map<string, string[]>
  beforeAll(() => {
    bad = lint(folders[0] ?? '', refused)
    good = lint(folders[1] ?? '', accepted)
  })
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  test.each(refused)('$file refuses: $code', ({ file, because }) => {
    expect(bad.get(file)?.join('\n') ?? 'nothing').toContain(because)
  })

  test.each(accepted)('$file accepts: $code', ({ file }) => {
    expect(good.get(file) ?? []).toEqual([])
  })

  test('no file appears twice in a table, so that every case is really linted', () => {
    for (const table of [refused, accepted]) expect(new Set(table.map(({ file }) => file)).size).toBe(table.length)
  })
})
