import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPhone } from '../support/browser'
import { dist, filesOf, KB } from '../support/dist'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const files = filesOf('h5')

let server: Server
let url = ''
/** What the screen needs, and what the browser fetches when it has nothing else to do: the pages that may be opened next. */
let fetched: string[] = []
let ahead: string[] = []

// the files alone, without a cloud behind them: what the first screen loads does not depend on its answers
beforeAll(async () => {
  server = createServer((request, response) => {
    const file = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1)
    if (!files.includes(file)) return response.writeHead(404, { 'content-type': 'application/json' }).end('{}')
    const idle = [request.headers['sec-purpose'], request.headers.purpose].includes('prefetch')
    ;(idle ? ahead : fetched).push(file)
    return response
      .setHeader('content-type', types[path.extname(file)] ?? '')
      .end(readFileSync(path.join(dist, 'h5', file)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

test.each(['/', '/#/pages/home/index', '/#/pages/quiz/index'])(
  'opening %s loads at most 300 KB gzipped',
  async (page) => {
    fetched = []
    ahead = []
    const phone = await openPhone({ url })
    try {
      await phone.goto(page)
      await phone.page.waitForLoadState('networkidle')
      await phone.page.locator('.taro_page').first().waitFor({ state: 'attached' })
    } finally {
      await phone.close()
    }
    const codeOf = (list: string[]) => [...new Set(list)].filter((file) => /\.(?:js|css)$/.test(file))
    const sizeOf = (list: string[]) =>
      list.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(dist, 'h5', file))).length, 0)
    const code = codeOf(fetched)
    const later = codeOf(ahead).filter((file) => !code.includes(file))
    const size = sizeOf(code)
    const words = `${(size / KB).toFixed(1)} KB gzipped in ${code.length} files`
    console.log(`${page}: ${words}, then ahead ${(sizeOf(later) / KB).toFixed(1)} KB in ${later.length}`)
    // the pages that are opened next are fetched ahead, and not as part of the screen
    expect(later.length).toBeGreaterThan(2)
    expect(code.length).toBeGreaterThan(2)
    expect(size).toBeLessThanOrEqual(300 * KB)
  },
)
