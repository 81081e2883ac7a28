import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, test } from 'vitest'
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

test('an organiser', async () => {
  const phone = await enter('县委组织部干部')
  await phone.tap('参与统计')
  await phone.see('参与人数')
  await shot(phone, 'figures')
  await phone.tap('督导报告')
  await phone.see('下载 Word')
  await shot(phone, 'report')
  await phone.close()
})
