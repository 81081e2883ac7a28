import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueInvitation } from '../../src/contracts/identity'
import { closeCheckIn, decideLateScan, listAttendance, openCheckIn } from '../../src/contracts/themeday'
import type { Fact } from '../../src/domain/participation/fact'
import type { Phone } from '../support/phone'
import { HALL_DAY, type Hall, MINUTE, startHall } from './support/hall'

const themeDayId = HALL_DAY

let hall: Hall
beforeAll(async () => {
  hall = await startHall(['h23', 'h24'])
  await hall.as('h0').ok(openCheckIn, { themeDayId })
})
afterAll(() => hall.stop())

/** Of the page that asks who one is: scans what the secretary's screen shows. A browser has no camera: it takes what the code says. */
async function scanFirst(phone: Phone, token: string): Promise<void> {
  await phone.see('先认一认您是谁')
  await phone.press('在现场？先扫码，再绑定')
  await phone.see('浏览器预览没有相机', 15_000)
  await phone.page.getByLabel('二维码内容').filter({ visible: true }).fill(token)
  await phone.press('用二维码签到')
  await phone.see(/码已经扫上/)
}

/** Binds with the code that the secretary gives out. */
async function bind(phone: Phone, personId: string): Promise<void> {
  const { code } = await hall.as('h0').ok(issueInvitation, { personId })
  await phone.page.getByLabel('12 位邀请码').filter({ visible: true }).fill(code)
  await phone.tap('我已看过并同意')
  await phone.press('用邀请码绑定')
}

const factOf = async (personId: string) =>
  (await hall.cloud.all<Fact>('facts')).find((fact) => fact.personId === personId && fact.kind === 'themeday')

test('somebody comes late, scans before they are bound, and binds slowly: the moment of scanning counts', async () => {
  // the last minute: twelve past three the secretary ends it, while they still type their invitation
  await hall.at(10)
  const { token } = await hall.codes()
  const phone = await hall.open('new-wechat-of-h23')
  // a login that takes its time
  await phone.page.route('**/call/identity', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    await route.continue()
  })
  await scanFirst(phone, token)
  await phone.shot('late-joiner-scanned')
  expect(await phone.cutOff()).toEqual([])
  await hall.at(12)
  await hall.as('h0').ok(closeCheckIn, { themeDayId })
  await hall.at(16)
  await bind(phone, 'h23')
  await phone.see('签到成功', 30_000)
  await phone.shot('late-joiner-in')

  const fact = await factOf('h23')
  const slot = Number(token.split('.')[1]) * 30_000
  expect(fact).toMatchObject({ channel: 'self', withdrawn: false })
  expect(fact?.occurredAt).toBeGreaterThanOrEqual(slot)
  expect(fact?.occurredAt).toBeLessThan(slot + 30_000)
  expect((fact?.recordedAt ?? 0) - (fact?.occurredAt ?? 0)).toBeGreaterThan(5 * MINUTE)
  expect(phone.errors).toEqual([])
})

test('when it takes longer than the code is good for, and the app is closed in between, the secretary says whether they were there', async () => {
  await hall.cloud.put('themeDays', (await hall.cloud.all<{ _id: string }>('themeDays')).map(reopened))
  await hall.at(20)
  const { token } = await hall.codes()
  const phone = await hall.open('new-wechat-of-h24', true)
  await scanFirst(phone, token)
  await phone.shot('late-joiner-large')
  expect(await phone.cutOff()).toEqual([])
  // the app is closed; half an hour later it is opened again, and still knows
  await hall.at(50)
  await phone.goto('about:blank')
  await phone.goto('/')
  await phone.see(/码已经扫上/)
  await bind(phone, 'h24')
  await phone.see('本月', 30_000)
  await phone.page.getByText('等书记确认').filter({ visible: true }).first().waitFor({ timeout: 30_000 })
  expect(await factOf('h24')).toBeUndefined()

  const secretary = hall.as('h0')
  const { rows } = await secretary.ok(listAttendance, { themeDayId })
  const waiting = rows.filter(({ state }) => state === 'lateScan')
  expect(waiting.map(({ personId }) => personId)).toEqual(['h24'])
  await secretary.ok(decideLateScan, { themeDayId, personId: 'h24', accept: true })
  const slot = Number(token.split('.')[1]) * 30_000
  expect((await factOf('h24'))?.occurredAt).toBe(slot + 30_000 - 1)
  expect(phone.errors).toEqual([])
})

const reopened = (day: { _id: string }) => (day._id === themeDayId ? { ...day, status: 'open', closedAt: null } : day)
