import { readdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { dist, KB, readJson, readText, root, sizeOf } from '../support/dist'

const names = readdirSync(path.join(dist, 'cloudfunctions'))
const sources = readdirSync(path.join(root, 'cloudfunctions')).filter((name) => !name.startsWith('_'))

test('every folder of cloudfunctions/ is built, and nothing else is', () => {
  expect(names.sort()).toEqual(sources.sort())
})

describe.each(names)('the function %s', (name) => {
  const bundle = readText('cloudfunctions', name, 'index.js')

  test('is at most 300 KB without the SDK', () => {
    const size = sizeOf('cloudfunctions', name, 'index.js')
    console.log(`${name}: ${(size / KB).toFixed(1)} KB`)
    expect(size).toBeLessThanOrEqual(300 * KB)
  })

  test('is one file that needs nothing but the SDK and Node', () => {
    expect(readdirSync(path.join(dist, 'cloudfunctions', name)).sort()).toEqual([
      'config.json',
      'index.js',
      'package.json',
    ])
    const needs = [...bundle.matchAll(/\brequire\("([^"]+)"\)/g)].map(
      ([, source]) => source?.replace(/^node:/, '') ?? '',
    )
    expect(needs.filter((source) => source !== 'wx-server-sdk' && !builtinModules.includes(source))).toEqual([])
    expect(needs).toContain('wx-server-sdk')
    const { dependencies } = readJson('cloudfunctions', name, 'package.json') as { dependencies: object }
    expect(dependencies).toEqual({ 'wx-server-sdk': '4.0.2' })
  })

  test('carries no code of the local cloud, of the client or of another function', () => {
    const inside = readJson('contents', `${name}.json`) as string[]
    expect(inside).toContain(`cloudfunctions/${name}/index.ts`)
    const allowed = [
      `cloudfunctions/${name}/`,
      'cloudfunctions/_kit/',
      'cloudfunctions/_data/',
      'cloudfunctions/_office/',
      'src/domain/',
      'src/contracts/',
    ]
    const own = inside.filter(
      (file) => !file.startsWith('node_modules/') && !allowed.some((room) => file.startsWith(room)),
    )
    expect(own).toEqual([])
    expect(inside.filter((file) => /node_modules\/(?:mingo|lmdb|busboy|croner|bson)\//.test(file))).toEqual([])
  })

  test('exports main and says its timeout', () => {
    expect(bundle).toMatch(/\bmain:\s*\(\)\s*=>|exports\.main\s*=/)
    const { timeout } = readJson('cloudfunctions', name, 'config.json') as { timeout?: number }
    // plan for slices of at most 50 s: the documents give 60 s as the smallest of the maxima
    expect(timeout).toBeGreaterThan(0)
    expect(timeout).toBeLessThanOrEqual(60)
  })
})
