import { afterAll, beforeAll, expect, test } from 'vitest'
import { getOverview } from '../../src/contracts/stats'
import { askLeave, checkIn, checkInRemotely, listAttendance } from '../../src/contracts/themeday'
import { dayOf } from '../../src/domain/time/day'
import type { Phone } from '../support/phone'
import { HALL_DAY, type Hall, SEATS, startHall } from './support/hall'
import { typeCode } from './support/theme-day'

const themeDayId = HALL_DAY

let hall: Hall
beforeAll(async () => {
  hall = await startHall()
})
afterAll(() => hall.stop())

/** A picture, for whoever wants to look at it; nothing may be cut off. */
async function whole(phone: Phone, name: string): Promise<void> {
  await phone.shot(`secretary-${name}`)
  expect(await phone.cutOff()).toEqual([])
}

/** Opens somebody's sheet on the list of names. */
async function openName(phone: Phone, name: string): Promise<void> {
  await phone.page.getByLabel('按姓名查找').filter({ visible: true }).fill(name)
  await phone.page
    .getByRole('button', { name: new RegExp(`^${name}，`) })
    .filter({ visible: true })
    .first()
    .tap()
}

const scan = async (personId: string) => {
  const { token } = await hall.codes()
  return hall.as(personId).ok(checkIn, { token })
}
const names = (numbers: readonly number[]) => numbers.map((n) => `h${n}`)

test('a secretary holds a theme day with 25 people', async () => {
  // who cannot come says so before; one of them comes after all
  for (const personId of ['h6', 'h23'])
    await hall.as(personId).ok(askLeave, { themeDayId, reason: 'work', note: '值班' })
  // one looks at it at home, and has no network in the hall
  const cutOff = await hall.open('h8', true)
  await cutOff.tap(/主题党日/)
  await cutOff.see('议程')

  // from home straight to the board; opened by one tap
  const secretary = await hall.open('h0')
  await secretary.page
    .getByRole('button', { name: /^主持签到，/ })
    .filter({ visible: true })
    .tap()
  await secretary.see('签到还没有打开')
  await whole(secretary, 'before')
  await cutOff.offline(true)
  await hall.at(0)
  await secretary.press('打开签到')
  await secretary.page.getByRole('img', { name: /^签到数字码/ }).waitFor()

  // without a network and without having heard of the opening
  await cutOff.page
    .getByLabel('二维码内容')
    .filter({ visible: true })
    .fill((await hall.codes()).token)
  await cutOff.press('用二维码签到')
  await cutOff.see('扫上了，等联网')
  await whole(cutOff, 'offline-large')

  // the crowd: all at once, one of them twice; the digits read out, by one of them mistyped first
  await Promise.all([...names([12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23]), 'h12'].map(scan))
  const { code } = await hall.codes()
  expect(await hall.as('h10').code(checkIn, { themeDayId, code: code === '000000' ? '000001' : '000000' })).toBe(
    'CODE_WRONG',
  )
  for (const personId of ['h10', 'h11']) await hall.as(personId).ok(checkIn, { themeDayId, code })
  for (const personId of ['h1', 'h2'])
    await hall.as(personId).ok(checkInRemotely, { themeDayId, text: '在外地自学了这次的内容，有两点体会。' })
  // a scan that will not be confirmed: sent on to somebody who is not there
  const passedOn = (await hall.codes()).token

  await secretary.see(/^15$/, 20_000)
  await whole(secretary, 'board')
  await secretary.press('全屏显示')
  await secretary.see('退出全屏')
  await whole(secretary, 'full')
  await secretary.press('退出全屏')

  // by proxy, with its reason
  await secretary.press('代录')
  await secretary.see(`应到 ${SEATS} 人`)
  await whole(secretary, 'names')
  await openName(secretary, '测试丁')
  await secretary.tap('年老体弱')
  await secretary.press('代录到场')
  await secretary.see('已代录：测试丁')
  await openName(secretary, '测试丙')
  await secretary.tap('不会用手机')
  await secretary.press('代录到场')
  await secretary.see('已代录：测试丙')
  // leave, told by word of mouth
  await openName(secretary, '测试庚')
  await secretary.page.getByRole('radio', { name: '登记请假' }).filter({ visible: true }).tap()
  await secretary.tap('生病')
  await secretary.press('登记请假')
  await secretary.see('已登记请假：测试庚')
  // the wrong name, where there is no network: it is taken back before it has left the phone
  await openName(secretary, '测试戊')
  await secretary.offline(true)
  await secretary.tap('不会用手机')
  await secretary.press('代录到场')
  await secretary.see(/已记在手机里/)
  await whole(secretary, 'proxy-waiting')
  await secretary.press('撤销')
  await secretary.see('测试戊的这条还没送出，已经取消')
  await secretary.offline(false)
  await scan('h5')

  // twenty minutes later the network of the one in the corner is back, and so is the scan that was passed on
  await hall.at(25)
  await hall.as('h9').ok(checkIn, { token: passedOn })
  await cutOff.offline(false)
  await cutOff.see('等支部书记确认', 60_000)
  await whole(cutOff, 'late-large')
  await secretary.page.goBack()
  await secretary.see(/2 人的扫码送到得晚/, 30_000)
  await secretary.press('去核对')
  await secretary.see(/才送到/)
  await whole(secretary, 'late')
  await secretary.press('测试辛在场')
  await secretary.see('测试辛已算到场')
  await secretary.press(/示例买买提不在场$/)
  await secretary.see(/示例买买提没有算到场/)

  // ended too early by mistake; the last one is still on the stairs
  await secretary.page.goBack()
  await end(secretary)
  await whole(secretary, 'ended')
  await secretary.press('撤销结束')
  await secretary.page.getByRole('img', { name: /^签到数字码/ }).waitFor()
  await scan('h22')
  // and the secretary themselves, by the digits on their own screen
  await secretary.goto(`/#/pages/checkin/index?themeDayId=${themeDayId}`)
  await typeCode(secretary, (await hall.codes()).code)
  await secretary.press('用数字码签到')
  await secretary.see('签到成功')
  await secretary.press('主持签到（书记用）')
  await secretary.see(/^21$/, 20_000)
  await end(secretary)
  await secretary.press('补录和核对名单')
  await secretary.page
    .getByRole('radio', { name: /^全部 25$/ })
    .filter({ visible: true })
    .tap()
  await whole(secretary, 'all-names')

  // the list, name by name
  const { rows } = await hall.as('h0').ok(listAttendance, { themeDayId })
  const by = (state: (typeof rows)[number]['state']) =>
    rows.flatMap((row) => (row.state === state ? [Number(row.personId.slice(1))] : [])).sort((a, b) => a - b)
  expect(by('onSite')).toEqual([0, 5, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23])
  expect([by('remote'), by('proxy'), by('leave'), by('absent')]).toEqual([
    [1, 2],
    [3, 4],
    [6, 7],
    [9, 24],
  ])
  expect(rows.find(({ personId }) => personId === 'h4')?.reason).toBe('年老体弱')

  // and what the figures make of it: 21 of 25
  const day = dayOf(hall.startsAt)
  const { figures } = await hall.as('h0').ok(getOverview, { orgId: 'hall', from: day, to: day })
  const figure = (name: string) => figures.find(({ code: one }) => one === name)
  expect([figure('themeday.sessions')?.value, figure('themeday.times')?.value]).toEqual([1, 21])
  expect([figure('themeday.people')?.value, figure('themeday.mobile.people')?.value]).toEqual([21, 2])
  expect(figure('themeday.attendance')).toMatchObject({ numerator: 21, denominator: 25, value: 0.84 })
  const noise = /ERR_INTERNET|Failed to (load|fetch)/
  for (const phone of [secretary, cutOff]) expect(phone.errors.filter((text) => !noise.test(text))).toEqual([])
})

/** Ends the check-in, as asked once more. */
async function end(secretary: Phone): Promise<void> {
  await secretary.press('结束签到')
  await secretary.see('结束签到？')
  await secretary.page.getByRole('button', { name: '结束签到', exact: true }).last().tap()
  await secretary.see('补录和核对名单')
}
