import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReflectionDoc } from '../../cloudfunctions/_data/documents'
import type { Fact } from '../../src/domain/participation/fact'
import type { Phone } from '../support/phone'
import { type DemoDay, startDemoDay } from './support/demo-day'
import { codesNow, openToday, typeCode } from './support/theme-day'

let day: DemoDay
beforeAll(async () => {
  day = await startDemoDay()
})
afterAll(() => day.stop())

const themeFacts = async () =>
  (await day.cloud.all<Fact>('facts')).filter((fact) => fact.kind === 'themeday' && !fact.folded && fact.recordedAt > 0)

/** A picture of the page in both text sizes in mind: nothing may be cut off. */
async function whole(phone: Phone, name: string): Promise<void> {
  await phone.shot(name)
  expect(await phone.cutOff()).toEqual([])
}

test('a theme day, from the secretary’s phone and from those of the members', async () => {
  const before = new Set((await themeFacts()).map(({ _id }) => _id))
  const since = async () => (await themeFacts()).filter(({ _id }) => !before.has(_id))

  // before the opening: leave is asked for, changed and taken back
  const member = await day.enter('社区党员')
  await openToday(member)
  await member.tap('来不了，请假')
  await member.tap('工作走不开')
  await member.press('向支部请假')
  await member.see('您请假了')
  await whole(member, 'theme-day-leave')

  const secretary = await day.enter('支部书记')
  await openToday(secretary)
  await secretary.press('主持签到（书记用）')
  await secretary.press('打开签到')
  const shown = secretary.page.getByRole('img', { name: /^签到数字码/ }).first()
  await shown.waitFor()
  const code = ((await shown.getAttribute('aria-label')) ?? '').replace(/\D/g, '')
  expect(code).toMatch(/^\d{6}$/)
  await secretary.see(/请假 \d+ 人/)
  await whole(secretary, 'theme-day-board')
  await secretary.press('全屏显示')
  await secretary.see('退出全屏')
  await whole(secretary, 'theme-day-full')
  await secretary.tap('退出全屏')

  // a wrong code has a way on; the right one ends the leave
  await member.page.reload()
  await typeCode(member, code === '000000' ? '000001' : '000000')
  await member.tap('用数字码签到')
  await member.see('没有签上')
  await whole(member, 'theme-day-wrong')
  // the right one is typed where there is no network: it waits in the phone
  await member.press('再签一次')
  await typeCode(member, code)
  await member.offline(true)
  await member.tap('用数字码签到')
  await member.see(/已存在手机里/)
  await member.offline(false)
  await member.see('签到成功', 60_000)
  await whole(member, 'theme-day-in')

  // from afar: a few sentences of one's own
  const away = await day.enter('流动党员')
  await openToday(away)
  await away.tap('线上参加，写几句心得')
  await away.page.locator('textarea').filter({ visible: true }).fill('在外地自学了这次的内容，联系工作有两点体会。')
  await whole(away, 'theme-day-remote')
  await away.press('交给支部，计入参加')
  await away.see('已经线上参加')

  expect((await since()).map(({ channel }) => channel).sort()).toEqual(['remote', 'self'])
  const written = (await day.cloud.all<ReflectionDoc>('reflections')).filter(({ text }) => text.includes('两点体会'))
  expect(written.map(({ about, state }) => [about.kind, state])).toEqual([['themeday', 'shown']])

  // by proxy, taken back at once, and leave for somebody else
  await secretary.press('代录')
  await secretary.see(/^未到 \d+$/)
  await whole(secretary, 'theme-day-names')
  const absent = secretary.page.getByRole('button', { name: /，未到$/ }).filter({ visible: true })
  // the first of them is the secretary, whom nobody but themselves or a higher one enters
  await absent.first().tap()
  await secretary.see('这是您自己')
  await whole(secretary, 'theme-day-own-row')
  await secretary.page.getByRole('button', { name: '关闭' }).filter({ visible: true }).tap()
  // the next may well be the elderly member, who comes by themselves later: an entry that was taken back does not stand in their way
  const name = ((await absent.nth(1).getAttribute('aria-label')) ?? '').split('，')[0] ?? ''
  await absent.nth(1).tap()
  await secretary.tap('不会用手机')
  await whole(secretary, 'theme-day-proxy')
  await secretary.press('代录到场')
  await secretary.see(`已代录：${name}`)
  const proxies = (await since()).filter(({ channel }) => channel === 'proxy')
  expect(proxies.map(({ reason, withdrawn }) => [reason, withdrawn])).toEqual([['不会用手机', false]])
  await secretary.press('撤销')
  await secretary.see(`${name}的记录已撤回`)
  await absent.last().tap()
  await secretary.page.getByRole('radio', { name: '登记请假' }).filter({ visible: true }).tap()
  await secretary.tap('生病')
  await secretary.press('登记请假')
  await secretary.see(/已登记请假：/)

  // the elderly member, in large text, scans where there is no network; it arrives twenty minutes later and waits for a yes
  const elderly = await day.enter('老党员', true)
  await openToday(elderly)
  await elderly.offline(true)
  await elderly.page.getByLabel('二维码内容').fill((await codesNow(day.cloud)).token)
  await elderly.tap('用二维码签到')
  await elderly.see(/已存在手机里/)
  await whole(elderly, 'theme-day-waiting-large')
  await day.cloud.clock(Date.now() + 20 * 60_000)
  await elderly.offline(false)
  await elderly.see('等支部书记确认', 60_000)
  await whole(elderly, 'theme-day-late-large')
  await secretary.page.goBack()
  await secretary.see(/1 人的扫码送到得晚/, 20_000)
  await secretary.press('去核对')
  await secretary.see(/才送到/)
  await whole(secretary, 'theme-day-late')
  await secretary.press(/(?<!不)在场$/)
  await secretary.see(/已算到场/)
  await elderly.page.reload()
  await elderly.see('签到成功')

  // ended: the question says who has not come; afterwards there is something to do, and members are told what
  await secretary.page.goBack()
  await secretary.press('结束签到')
  await secretary.see(/还有 \d+ 人没到/)
  await whole(secretary, 'theme-day-close')
  await secretary.page.getByRole('button', { name: '结束签到', exact: true }).last().tap()
  await secretary.see('补录和核对名单')
  await whole(secretary, 'theme-day-ended')
  const all = [member, secretary, elderly, away]
  expect(
    all.flatMap(({ errors }) => errors.filter((text) => !/ERR_INTERNET|Failed to (load|fetch)/.test(text))),
  ).toEqual([])
})
