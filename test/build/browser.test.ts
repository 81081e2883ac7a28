import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { openPhone } from '../support/browser'

const html = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>body{font:20px "Noto Sans SC"} b{font-weight:700}</style>
<body><p>示例县</p><b>加粗</b><script>document.fonts.load('20px "Noto Sans SC"', '县')</script>`

let server: Server
let url = ''
beforeAll(async () => {
  server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  vi.unstubAllEnvs()
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

test('a phone is a phone: 390 × 844 points, touch, Chinese, Shanghai', async () => {
  const phone = await openPhone({ url })
  try {
    await phone.goto('/')
    await phone.see('示例县')
    const about = await phone.page.evaluate(() => ({
      size: [innerWidth, innerHeight, devicePixelRatio],
      touch: navigator.maxTouchPoints > 0,
      language: navigator.language,
      offset: new Date(0).getTimezoneOffset(),
    }))
    expect(about).toEqual({ size: [390, 844, 2], touch: true, language: 'zh-CN', offset: -480 })
    expect(phone.errors).toEqual([])
  } finally {
    await phone.close()
  }
})

test('a machine without browser and Chinese font gets both from the packages', async () => {
  vi.stubEnv('CHROME_PATH', 'packaged')
  const phone = await openPhone({ url, packagedFont: true })
  try {
    await phone.goto('/')
    await phone.see('示例县')
    const loaded = await phone.page.evaluate(async () => {
      await document.fonts.ready
      const faces = await document.fonts.load('20px "Noto Sans SC"', '示例县')
      return faces.map(({ family, status, weight }) => [family.replaceAll('"', ''), weight, status])
    })
    expect(loaded).toEqual([['Noto Sans SC', '400', 'loaded']])
    expect(phone.errors).toEqual([])
  } finally {
    await phone.close()
  }
})
