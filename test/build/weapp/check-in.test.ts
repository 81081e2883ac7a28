// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { ThemeDayDoc } from '../../../cloudfunctions/_data/documents'
import type { Fact } from '../../../src/domain/participation/fact'
import { startWeappCounty, type WeappCounty } from '../../support/weapp/county'
import type { Weapp } from '../../support/weapp/open-weapp'
import { createPhone } from '../../support/weapp/wx/phone'

// Scanning on the weapp output, where the code is read by the camera: it needs nothing that was read before.
let county: WeappCounty
let themeDayId = ''
let token = ''
const board = (action: string) => county.ask<{ token: string | null }>('secretary', 'themeday', action, { themeDayId })

beforeAll(async () => {
  county = await startWeappCounty()
  const home = await county.ask<{ themeDays: { id: string; canManage: boolean; status: string }[] }>(
    'secretary',
    'learn',
    'getHome',
    {},
  )
  themeDayId = home.themeDays.find(({ canManage, status }) => canManage && status === 'planned')?.id ?? ''
})
afterEach(() => county.closeAll())
afterAll(() => county.stop())

/** Taps a button that opens WeChat's scanner, and holds the code before the camera. */
async function scan(weapp: Weapp, button: string, text: string): Promise<void> {
  await weapp.tap(button)
  await vi.waitFor(() => expect(weapp.platform.scanner()).not.toBeNull(), 20_000)
  weapp.platform.scanner()?.see(text)
}

const factOf = async (persona: string) => {
  const { person } = await county.ask<{ person: { id: string } }>(persona, 'identity', 'getMe', {})
  const facts = await county.cloud.all<Fact>('facts')
  return facts.find((fact) => fact.activityId === themeDayId && fact.personId === person.id)
}

test('a phone that has not heard of the opening, and has no network, scans; it arrives by itself and counts from the scan', async () => {
  const weapp = await county.open('elderly')
  await weapp.see('本月')
  await weapp.tap('活动')
  await weapp.see('今天的主题党日')
  weapp.platform.setNetwork('none')
  token = (await board('openCheckIn')).token ?? ''
  await scan(weapp, '扫一扫签到', token)
  await weapp.see('扫上了，等联网')
  expect(weapp.text()).toContain('您可以放心走开')
  expect(await factOf('elderly')).toBeUndefined()
  weapp.platform.setNetwork('4g')
  await weapp.see('签到成功')
  const slot = Number(token.split('.')[1]) * 30_000
  expect((await factOf('elderly'))?.occurredAt).toBeLessThan(slot + 30_000)
  expect(weapp.problems).toEqual([])
})

test('who is not bound scans first, and the scan waits in the phone while they bind', async () => {
  token = (await board('getCheckInBoard')).token ?? ''
  const weapp = await county.open('newcomer')
  await scan(weapp, '在现场？先扫码，再绑定', token)
  await weapp.see('码已经扫上')
  expect([...weapp.phone.storage.values()].some((text) => text.includes(token))).toBe(true)
  expect(weapp.problems).toEqual([])
})

test('a camera that may not be used has a way out; a code of somebody else says so', async () => {
  const phone = createPhone({ camera: 'refused' })
  const weapp = await county.open('member', { phone })
  await weapp.see('本月')
  await weapp.tap('活动')
  await weapp.tap('扫一扫签到')
  await vi.waitFor(() => expect(weapp.platform.scanner()).not.toBeNull(), 20_000)
  weapp.platform.scanner()?.dismiss()
  await weapp.see('打不开相机')
  expect(weapp.text()).toContain('六位数字')
  phone.camera = 'works'
  await scan(weapp, '扫一扫签到', 'https://example.invalid/menu')
  await weapp.see('这不是签到码')
  expect(weapp.problems).toEqual([])
})

test('six digits check in where no camera does', async () => {
  const days = await county.cloud.all<ThemeDayDoc>('themeDays')
  expect(days.find(({ _id }) => _id === themeDayId)?.status).toBe('open')
  const { code } = await county.ask<{ code: string }>('secretary', 'themeday', 'getCheckInBoard', { themeDayId })
  const weapp = await county.open('member')
  await weapp.see('本月')
  await weapp.tap('活动')
  await weapp.tap('输入数字码')
  await weapp.see('议程')
  weapp.fire('code__field', 'input', { value: code, cursor: 6 })
  await weapp.tap('用数字码签到')
  await weapp.see('签到成功')
  expect((await factOf('member'))?.channel).toBe('self')
  expect(weapp.problems).toEqual([])
})
