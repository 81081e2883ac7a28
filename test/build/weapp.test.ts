import { describe, expect, test } from 'vitest'
import { filesOf, KB, readJson, readText, sizeOf } from '../support/dist'

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  lazyCodeLoading?: string
  preloadRule?: Record<string, { network: string; packages: string[] }>
  __usePrivacyCheck__?: boolean
}

const app = readJson('weapp', 'app.json') as AppJson
const packages = app.subPackages ?? []
const files = filesOf('weapp')
const sizeOfAll = (list: string[]): number => list.reduce((sum, file) => sum + sizeOf('weapp', file), 0)

describe('the weapp output', () => {
  test('has a main package of at most 700 KB', () => {
    const main = files.filter((file) => !packages.some(({ root }) => file.startsWith(`${root}/`)))
    console.log(`main package: ${(sizeOfAll(main) / KB).toFixed(1)} KB`)
    expect(sizeOfAll(main)).toBeLessThanOrEqual(700 * KB)
  })

  test.each(packages)('has a subpackage $root of at most 2 MB', ({ root }) => {
    const size = sizeOfAll(files.filter((file) => file.startsWith(`${root}/`)))
    console.log(`subpackage ${root}: ${(size / KB).toFixed(1)} KB`)
    expect(size).toBeLessThanOrEqual(2048 * KB)
  })

  test('loads only what a page needs, fetches the members’ subpackages while home is read and the secretary’s with the activities, and asks before personal data', () => {
    expect([app.lazyCodeLoading, app.__usePrivacyCheck__]).toEqual(['requiredComponents', true])
    const rules = Object.entries(app.preloadRule ?? {})
    expect(app.preloadRule?.['pages/home/index']?.packages).toEqual(['mine', 'study'])
    // the board is opened in a hall with a weak network, from one of these
    for (const page of ['activities', 'checkin', 'me'])
      expect(app.preloadRule?.[`pages/${page}/index`]?.packages).toEqual(['organiser'])
    const roots = packages.map(({ root }) => root)
    for (const [page, { packages: fetched }] of rules) {
      expect(app.pages).toContain(page)
      for (const root of fetched) expect(roots).toContain(root)
      // WeChat fetches at most 2 MB for one page
      const size = sizeOfAll(files.filter((file) => fetched.some((root) => file.startsWith(`${root}/`))))
      expect(size).toBeLessThanOrEqual(2048 * KB)
    }
  })

  test('has the files of every page that it declares', () => {
    const pages = [...app.pages, ...packages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
    for (const page of pages) {
      for (const kind of ['js', 'json', 'wxml']) expect(files).toContain(`${page}.${kind}`)
    }
  })

  test('carries nothing of the local preview', () => {
    expect(files.filter((file) => file.includes('persona'))).toEqual([])
    for (const file of files.filter((file) => file.endsWith('.js'))) {
      expect({ file, preview: readText('weapp', file).includes('/local/') }).toEqual({ file, preview: false })
    }
  })

  test('loads spaced repetition with the study pages only, translated for old phones', () => {
    const having = files.filter((file) => file.endsWith('.js') && readText('weapp', file).includes('request_retention'))
    expect(having.map((file) => file.split('/')[0])).toEqual(['study'])
    // optional chaining is younger than the phones of browserslist
    expect(having.filter((file) => /\w\?\.[A-Za-z_$[(]/.test(readText('weapp', file)))).toEqual([])
  })

  test('writes Chinese as itself, not escaped, which would double its size', () => {
    const all = files
      .filter((file) => file.endsWith('.js'))
      .map((file) => readText('weapp', file))
      .join('')
    expect(all).toContain('初心学堂')
    expect(all).not.toContain('\\u521d\\u5fc3')
  })
})
