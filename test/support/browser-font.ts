import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext } from 'playwright-core'

const folder = '/__test-font'
/** The names under which the pages ask for Chinese type; without any font they would all end as boxes. */
const families = ['Noto Sans CJK SC', 'Noto Sans SC', 'Noto Serif CJK SC']
const weights = [400, 700]

function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}

/** Gives pages a Chinese font where the machine has none, served from the packages by the browser itself. */
export async function addChineseFont(context: BrowserContext, force = false): Promise<void> {
  if (!force && hasChineseFont()) return
  const require = createRequire(import.meta.url)
  await context.route(`**${folder}/*.woff2`, async (route) => {
    const weight = /(\d+)\.woff2$/.exec(route.request().url())?.[1]
    const file = require.resolve(
      `@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff2`,
    )
    await route.fulfill({ body: readFileSync(file), contentType: 'font/woff2' })
  })
  const css = families.flatMap((family) =>
    weights.map(
      (weight) => `@font-face{font-family:"${family}";font-weight:${weight};src:url("${folder}/${weight}.woff2")}`,
    ),
  )
  await context.addInitScript((text) => {
    const add = () => document.head.append(Object.assign(document.createElement('style'), { textContent: text }))
    if (document.head) add()
    else document.addEventListener('DOMContentLoaded', add)
  }, css.join('\n'))
}
