import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Fact } from '../../src/domain/participation/fact'
import type { Phone } from '../support/phone'
import { type DemoDay, startDemoDay } from './support/demo-day'

let day: DemoDay
beforeAll(async () => {
  day = await startDemoDay()
})
afterAll(() => day.stop())

/** Types six digits where the secretary's code is asked for. */
async function typeCode(phone: Phone, code: string): Promise<void> {
  await phone.see('输入书记报的六位数字')
  await phone.page.locator('input').filter({ visible: true }).first().fill(code)
}

/** Taps a button by its whole name: other texts on the page speak of the same thing. */
const press = (phone: Phone, name: string) => phone.page.getByRole('button', { name, exact: true }).first().tap()

test('a secretary opens the check-in; members come by code and by QR, one offline; the board and the ledger agree', async () => {
  const secretary = await day.enter('支部书记')
  await secretary.tap(/月主题党日：/)
  await secretary.tap('主持签到（书记用）')
  await press(secretary, '打开签到')
  const shown = secretary.page.getByRole('img', { name: /^签到数字码/ })
  await shown.waitFor()
  const code = ((await shown.getAttribute('aria-label')) ?? '').replace(/\D/g, '')
  expect(code).toMatch(/^\d{6}$/)
  await secretary.shot('theme-day-board')

  const member = await day.enter('社区党员')
  await member.tap(/月主题党日：/)
  await typeCode(member, code === '000000' ? '000001' : '000000')
  await member.tap('用数字码签到')
  await member.see('签到码不对')
  await typeCode(member, code)
  await member.tap('用数字码签到')
  await member.see('签到成功')
  expect(await member.cutOff()).toEqual([])

  // the elderly member has large text and loses the network at the door: the code waits in the phone
  const elderly = await day.enter('老党员', true)
  await elderly.tap(/月主题党日：/)
  await typeCode(elderly, code)
  await elderly.offline(true)
  await elderly.tap('用数字码签到')
  await elderly.see(/已存在手机里/)
  expect(await elderly.cutOff()).toEqual([])
  await elderly.offline(false)
  await elderly.see('签到成功', 60_000)

  await secretary.see('2', 20_000)
  const facts = (await day.cloud.all<Fact>('facts')).filter((fact) => fact.kind === 'themeday' && !fact.folded)
  expect(facts.map(({ channel }) => channel)).toEqual(['self', 'self'])

  await press(secretary, '结束签到')
  await secretary.see('再等等')
  await secretary.page.getByRole('button', { name: '结束签到', exact: true }).last().tap()
  await secretary.see('签到已经结束')
  const late = await day.enter('流动党员')
  await late.tap(/月主题党日：/)
  await late.see(/签到已经结束/)
})
