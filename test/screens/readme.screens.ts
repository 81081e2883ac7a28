import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { answerOne, beginQuiz } from '../flows/support/answer'
import { startCloud, type TestCloud } from '../support/cloud'
import { enterAs } from '../support/enter'
import type { Phone } from '../support/phone'

// npm run screens: takes the pictures of the README anew, from the real pages with the demo county's data.
const folder = path.resolve(import.meta.dirname, '../../docs/screens')
let cloud: TestCloud
beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  cloud = await startCloud({ demo: true })
})
afterAll(() => cloud.stop())

const enter = (title: string, large = false): Promise<Phone> => enterAs(cloud, title, large)

async function shot(phone: Phone, name: string): Promise<void> {
  await phone.rest()
  await phone.page.screenshot({ path: path.join(folder, `${name}.png`) })
}

test('a member', async () => {
  const phone = await enter('社区党员')
  await shot(phone, 'home')
  await beginQuiz(phone)
  await answerOne(phone)
  await shot(phone, 'quiz')
  await phone.close()
})

test('an elderly member', async () => {
  const phone = await enter('老党员', true)
  await shot(phone, 'home-large')
  await phone.close()
})

// the county that `npm start` makes: of a small one most categories are too small to be shown
describe('an organiser of a whole county', () => {
  let county: TestCloud
  beforeAll(async () => {
    county = await startCloud({ env: { DEMO: 'default' } })
  }, 400_000)
  afterAll(() => county.stop())

  test('the desk', async () => {
    const phone = await enterAs(county, '县委组织部干部')
    await phone.tap('参与统计')
    await phone.see('近 12 个月参学率')
    await shot(phone, 'figures')
    await phone.find('哪里不平衡').evaluate((title) => title.scrollIntoView({ block: 'start' }))
    await phone.page.mouse.wheel(0, -88)
    await shot(phone, 'imbalance')
    await phone.tap('督导报告')
    await phone.press('开始起草')
    await phone.see('送复核')
    await shot(phone, 'report')
    await phone.close()
  })
})
