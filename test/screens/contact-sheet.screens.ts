import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, test } from 'vitest'
import { openPhone } from '../support/browser'
import { startCloud, type TestCloud } from '../support/cloud'
import { stops } from '../support/tour/stops'
import { takeTour } from '../support/tour/tour'

// npm run screens: every page in both text sizes, next to each other, on one sheet.
const sheet = path.resolve(import.meta.dirname, '../../docs/screens/contact-sheet.jpg')
const folder = path.resolve(import.meta.dirname, '../../.tmp/tour')
const sizes = ['normal', 'large'] as const
/** Of one picture on the sheet, in px; a phone's screen is twice as wide. */
const WIDTH = 234
const COLUMNS = 5

const file = (name: string, size: string) => path.join(folder, `${name}-${size}.png`)

let cloud: TestCloud
beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  mkdirSync(path.dirname(sheet), { recursive: true })
  cloud = await startCloud({ demo: true })
})
afterAll(() => cloud.stop())

const figure = (name: string, caption: string): string => {
  const image = (size: string) =>
    `<img src="data:image/png;base64,${readFileSync(file(name, size)).toString('base64')}" width="${WIDTH}">`
  return `<figure><div>${sizes.map(image).join('')}</div><figcaption>${caption}</figcaption></figure>`
}

const page = (): string => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; padding: 24px; background: #dcd7cf; font: 17px "Noto Sans CJK SC", "Noto Sans SC", sans-serif; color: #211d19; }
  main { display: grid; grid-template-columns: repeat(${COLUMNS}, ${WIDTH * 2 + 8}px); grid-gap: 24px 20px; }
  figure { margin: 0; } figure div { display: flex; justify-content: space-between; } img { border-radius: 14px; }
  figcaption { padding: 8px 4px 0; }
</style><main>${stops.map(({ name, caption }) => figure(name, caption)).join('')}</main>`

test('the contact sheet', { timeout: 900_000 }, async () => {
  let county: Awaited<ReturnType<typeof takeTour>> | undefined
  for (const size of sizes) {
    const shoot = (phone: Awaited<ReturnType<typeof openPhone>>, name: string) =>
      phone.page.screenshot({ path: file(name, size) }).then(() => undefined)
    county = await takeTour(cloud, size === 'large', (phone, { name }) => shoot(phone, name), county)
  }
  const desk = await openPhone({ url: cloud.url })
  await desk.page.setViewportSize({ width: COLUMNS * (WIDTH * 2 + 28) + 28, height: 900 })
  await desk.page.setContent(page())
  await desk.page.screenshot({ path: sheet, type: 'jpeg', quality: 78, fullPage: true, scale: 'css' })
  await desk.close()
})
