// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { ThemeDayDoc } from '../../../cloudfunctions/_data/documents'
import type { Fact } from '../../../src/domain/participation/fact'
import { startWeappCounty, type WeappCounty } from '../../support/weapp/county'
import type { Weapp } from '../../support/weapp/open-weapp'
import { createPhone } from '../../support/weapp/wx/phone'

// Checking in on the weapp output: by the camera, by digits, without a network, and when the camera does not open.
let county: WeappCounty
let themeDayId = ''
beforeAll(async () => {
  county = await startWeappCounty()
  const { org } = await county.ask<{ org: { id: string } }>('member', 'identity', 'getMe', {})
  const days = await county.cloud.all<ThemeDayDoc>('themeDays')
  themeDayId = days.find(({ orgId, status }) => orgId === org.id && status === 'planned')?._id ?? ''
})
afterEach(() => county.closeAll())
afterAll(() => county.stop())

interface Board {
  token: string | null
  code: string | null
}
/** Opens the check-in, or finds it open: what the secretary's screen shows now. */
async function codes() {
  const { token, code } = await county.ask<Board>('secretary', 'themeday', 'openCheckIn', { themeDayId })
  if (!token || !code) throw new Error('no code is shown')
  return { token, shortCode: code }
}

async function openScanner(weapp: Weapp, button = '扫一扫签到') {
  await weapp.tap(button)
  return vi.waitFor(() => {
    const scanner = weapp.platform.scanner()
    if (!scanner) throw new Error('the scanner is not open')
    return scanner
  }, 20_000)
}

test('a phone that heard nothing of the opening scans without a network; it is kept over a kill and sent when the network is back', async () => {
  const before = await county.open('elderly')
  await before.tap('活动')
  await before.see('主题党日')
  await before.idle()
  const { phone } = before
  before.kill()
  const { token } = await codes()

  phone.networkType = 'none'
  const weapp = await county.open('elderly', { phone })
  await weapp.tap('活动')
  const scanner = await openScanner(weapp)
  expect(scanner.onlyFromCamera).toBe(true)
  scanner.see(token)
  await weapp.see('扫上了，等联网')
  weapp.kill()
  const again = await county.open('elderly', { phone })
  await again.see('待上传')
  const facts = async () =>
    (await county.cloud.all<Fact>('facts')).filter(({ _id }) => _id.startsWith(`themeday.${themeDayId}.`))
  const earlier = new Set((await facts()).map(({ _id }) => _id))
  const added = async () => (await facts()).filter(({ _id }) => !earlier.has(_id))
  again.platform.setNetwork('4g')
  await vi.waitFor(async () => expect(await added()).toHaveLength(1), { timeout: 60_000, interval: 200 })
  // the moment of scanning counts: that of the code on the screen
  const shownUntil = (Number(token.split('.')[1]) + 1) * 30_000
  expect((await added())[0]?.occurredAt).toBeLessThanOrEqual(shownUntil)
  expect([...weapp.problems, ...again.problems]).toEqual([])
})

test('who is not bound scans first, and the scan waits in the phone while they bind', async () => {
  const { token } = await codes()
  const weapp = await county.open('newcomer')
  ;(await openScanner(weapp, '在现场？先扫码，再绑定')).see(token)
  await weapp.see('码已经扫上')
  expect([...weapp.phone.storage.values()].some((text) => text.includes(token))).toBe(true)
  expect(weapp.problems).toEqual([])
})

test('the camera is called off, sees something else, and then the code', async () => {
  const { token } = await codes()
  const weapp = await county.open('member')
  await weapp.tap('活动')
  ;(await openScanner(weapp)).dismiss()
  await weapp.see('没有扫到签到码')
  ;(await openScanner(weapp)).see('https://example.org/menu')
  await weapp.see('这不是签到码')
  ;(await openScanner(weapp)).see(token)
  await weapp.see('签到成功')
  expect(weapp.route()).toBe('pages/checkin/index')
  expect(weapp.problems).toEqual([])
})

test('a camera that WeChat may not use says so', async () => {
  const weapp = await county.open('elderly', { phone: createPhone({ camera: 'refused' }) })
  await weapp.tap('活动')
  ;(await openScanner(weapp)).dismiss()
  await weapp.see('打不开相机')
  expect(weapp.text()).toContain('六位数字')
  expect(weapp.problems).toEqual([])
})

test('a camera that does not open leads to the settings and to the digits, which check in', async () => {
  const { shortCode } = await codes()
  const weapp = await county.open('secretary', { phone: createPhone({ camera: 'broken' }) })
  await weapp.tap('活动')
  await weapp.tap('扫一扫签到')
  await weapp.see('打不开相机')
  await weapp.tap('去设置')
  await vi.waitFor(() => expect(weapp.platform.settingsOpened()).toBe(1))
  await weapp.tap('输入数字码')
  await weapp.see('输满六位再签到')
  weapp.fire('code__field', 'input', { value: shortCode, cursor: 6 })
  await weapp.tap('用数字码签到')
  await weapp.see('签到成功')
  expect(weapp.problems).toEqual([])
})
