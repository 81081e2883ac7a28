import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Phone } from '../support/phone'
import { byDay, type CountedMonth, countQuizMonth, settleCounty } from './support/county-ledger'
import { type DemoDay, startDemoDay } from './support/demo-day'
import { button, confirm, fetchFile, toDesk, toTab, whole } from './support/desk'
import { openFor } from './support/open-for'
import { findTheWeakest, weakestBranch } from './support/weakest'

let day: DemoDay
let counted: CountedMonth
beforeAll(async () => {
  day = await startDemoDay()
  await settleCounty(day.cloud)
  counted = await countQuizMonth(day.cloud)
})
afterAll(() => day.stop())

/** Ticks or unticks somebody on the list of who is missing. */
const tick = (phone: Phone, name: string) =>
  phone.page
    .getByRole('checkbox', { name: new RegExp(`^${name}(，|$)`) })
    .filter({ visible: true })
    .first()
    .tap()

test('in large text: from the weakest category down to the names of who has not taken part', async () => {
  const organiser = await day.enter('县委组织部干部', true)
  await findTheWeakest(organiser, counted, 'organiser-large')
  expect(organiser.errors).toEqual([])
})

test('a county organiser finds the weakest category, reminds who is missing, and gets the report issued', async () => {
  const organiser = await day.enter('县委组织部干部')
  await findTheWeakest(organiser, counted, 'organiser')

  // one of them is reminded, and told on their own phone
  await byDay(day.cloud)
  const reminded = weakestBranch(counted).missing.find(({ _id }) => counted.openids.has(_id))
  if (!reminded) throw new Error('nobody of them has the app')
  await tick(organiser, reminded.name)
  await organiser.press('提醒选中的 1 人')
  await organiser.see('提醒 1 人？')
  await whole(organiser, 'organiser-remind')
  await organiser.press('提醒')
  await organiser.see('已提醒 1 人。')
  await whole(organiser, 'organiser-reminded')
  const member = await openFor(day.cloud, counted.openids.get(reminded._id) ?? '')
  await toTab(member, '我的')
  await member.tap('收到的提醒')
  await member.see(/截止，您还没有参加/)
  await whole(member, 'organiser-inbox')
  await member.press('去答题')
  await member.see('开始答题')
  await member.close()
  // asked for a second time on the same day it is not sent again
  await tick(organiser, reminded.name)
  await tick(organiser, reminded.name)
  await organiser.press('提醒选中的 1 人')
  await organiser.press('提醒')
  await organiser.see('1 人今天已经提醒过。')
  await day.cloud.clock(null)

  // the report is drafted, one sentence is written anew and marked, and it is handed over
  await toDesk(organiser, '督导报告')
  await organiser.press('新建报告')
  await organiser.page.getByRole('radio', { name: /^本月/ }).filter({ visible: true }).tap()
  await organiser.press('开始起草')
  await button(organiser, /^由党支部逐一联系.*，改这一句$/).tap()
  await organiser.see('改这一句')
  const sentence = '由党支部逐一联系本期未参与答题的党员，本月底前帮助完成。'
  await organiser.page.getByRole('textbox', { name: '这一句' }).filter({ visible: true }).fill(sentence)
  await organiser.press('存下改写')
  await organiser.see('手写')
  await whole(organiser, 'organiser-edited')
  await organiser.press('送复核')
  await organiser.see(/复核和签发要由另外两位同志办理/)
  await confirm(organiser, '送复核')
  // whoever wrote it does not review it, and is told
  await organiser.see(/自己写的不能自己复核/)
  expect(await button(organiser, /^复核通过$/).count()).toBe(0)
  await whole(organiser, 'organiser-submitted')

  const reviewer = await day.enter('县委组织部科长')
  await toDesk(reviewer, '督导报告')
  await reviewer.tap('待复核')
  await reviewer.press('复核通过')
  await reviewer.see(/由您和起草人以外的另一位同志签发/)
  await confirm(reviewer, '复核通过')
  await reviewer.see('您已经复核，要由另一位同志签发')
  expect(await button(reviewer, /^签发$/).count()).toBe(0)
  await whole(reviewer, 'organiser-reviewed')

  const issuer = await day.enter('县委组织部分管副部长')
  await toDesk(issuer, '督导报告')
  await issuer.tap('待签发')
  await issuer.press('签发')
  await issuer.see(/一起定稿/)
  await confirm(issuer, '签发')
  await issuer.see(/已签发/)
  await issuer.tap('经过')
  await issuer.see(/^[0-9a-f]{64}$/)
  await whole(issuer, 'organiser-issued')

  // what leaves the house says what the ledger says, and what was written by hand
  const word = await fetchFile(issuer, () => issuer.tap('下载 Word'))
  expect(word.name).toMatch(/\.docx$/)
  const xml = unzipSync(readFileSync(word.path))['word/document.xml'] ?? new Uint8Array()
  const text = strFromU8(xml).replace(/<[^>]+>/g, '')
  expect(text).toContain(`有${counted.people.size}名党员参与知识答题`)
  expect(text).toContain(sentence)
  await issuer.see(/^已下载/)
  const excel = await fetchFile(issuer, () => issuer.tap('下载 Excel 附表'))
  expect(excel.name).toMatch(/附表.*\.xlsx$/)
  await issuer.tap('重新核算')
  await issuer.see(/与原始记录重新算出的完全一致/)
  await issuer.see(/定稿内容与指纹相符/)
  await whole(issuer, 'organiser-reproduced')
  for (const { errors } of [organiser, member, reviewer, issuer]) expect(errors).toEqual([])
})
