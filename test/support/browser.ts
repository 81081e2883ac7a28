import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { addChineseFont } from './browser-font'
import { unpackBrowser } from './browser-package'
import { Phone } from './phone'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

export interface FoundBrowser {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

/** The browser of this machine (CHROME_PATH first), else the one among the packages; CHROME_PATH=packaged asks for that one. */
export async function findBrowser(): Promise<FoundBrowser> {
  const asked = process.env.CHROME_PATH
  if (asked && asked !== 'packaged' && !existsSync(asked)) throw new Error(`CHROME_PATH names no file: ${asked}`)
  const own = asked ?? installed.find(existsSync)
  if (!own || own === 'packaged') return unpackBrowser()
  return { executablePath: own, args: ['--no-sandbox', '--disable-dev-shm-usage'], env: {} }
}

// one browser for all phones of a test file: the first opens it, the last closes it
let running: Promise<Browser> | null = null
let phones = 0

async function launch(): Promise<Browser> {
  const { env, ...found } = await findBrowser()
  return chromium.launch({ ...found, env: { ...(process.env as Record<string, string>), ...env } })
}

export interface PhoneOptions {
  /** Where the app is served; `goto` takes paths of it. */
  url: string
  /** Large text (大字), as if the person had switched it on before. */
  large?: boolean
  /** Use the packaged Chinese font although the machine may have one. */
  packagedFont?: boolean
}

/** A phone of 390 × 844 points with touch, in Chinese, in Shanghai, whose storage is its own. Close it in the end. */
export async function openPhone({ url, large = false, packagedFont = false }: PhoneOptions): Promise<Phone> {
  phones += 1
  running ??= launch()
  const browser = await running
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
    userAgent:
      'Mozilla/5.0 (Linux; Android 13; Phone) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36',
  })
  await addChineseFont(context, packagedFont)
  if (large)
    await context.addInitScript(() => {
      // an empty page has no storage
      if (location.protocol !== 'about:') localStorage.setItem('v1:large-text', JSON.stringify({ data: true }))
    })
  // of a rejection with a plain object the browser tells nothing but that
  await context.addInitScript(() =>
    addEventListener('unhandledrejection', ({ reason }) => console.error('not caught:', JSON.stringify(reason))),
  )
  const page = await context.newPage()
  return new Phone(page, async () => {
    await context.close()
    phones -= 1
    if (phones > 0) return
    running = null
    await browser.close()
  })
}
