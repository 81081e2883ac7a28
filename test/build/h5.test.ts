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
let fetched: string[] = []

// the files alone, without a cloud behind them: what the first screen loads does not depend on its answers
beforeAll(async () => {
  server = createServer((request, response) => {
    const file = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1)
    if (!files.includes(file)) return response.writeHead(404, { 'content-type': 'application/json' }).end('{}')
    fetched.push(file)
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
    const phone = await openPhone({ url })
    try {
      await phone.goto(page)
      await phone.page.waitForLoadState('networkidle')
      await phone.page.locator('.taro_page').first().waitFor({ state: 'attached' })
    } finally {
      await phone.close()
    }
    const code = [...new Set(fetched)].filter((file) => /\.(?:js|css)$/.test(file))
    const size = code.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(dist, 'h5', file))).length, 0)
    console.log(`${page}: ${(size / KB).toFixed(1)} KB gzipped in ${code.length} files`)
    expect(code.length).toBeGreaterThan(2)
    expect(size).toBeLessThanOrEqual(300 * KB)
  },
)
