// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startCloud, type TestCloud } from '../../support/cloud'
import { openWeapp } from '../../support/weapp/open-weapp'

// Someone whose WeChat nobody knows here yet, on the weapp output, against the real functions and the demo county.
let cloud: TestCloud
let weapp: Awaited<ReturnType<typeof openWeapp>>
let newcomer = ''

beforeAll(async () => {
  cloud = await startCloud({ demo: true })
  newcomer = await cloud.login('newcomer')
})
afterEach(() => weapp.close())
afterAll(() => cloud.stop())

async function open(token: string): Promise<void> {
  weapp = await openWeapp({ callFunction: async (name, data) => (await cloud.callRaw(name, data, token)).body })
}

interface Members {
  data: { rows: { id: string; name: string; bound: boolean }[] }
}
/** Somebody of the home branch who is not bound, as their secretary sees them. */
async function unbound() {
  const secretary = await cloud.login('secretary')
  const me = await cloud.call<{ data: { org: { id: string } } }>('identity', 'getMe', {}, secretary)
  const input = { orgId: me.result.data.org.id, name: null, after: null }
  const { result } = await cloud.call<Members>('organise', 'listMembers', input, secretary)
  const person = result.data.rows.find(({ bound }) => !bound)
  if (!person) throw new Error('everyone is bound')
  return { secretary, person }
}

test('is led to binding, told what is kept, and bound by an invitation, back to where they were going', async () => {
  const { secretary, person } = await unbound()
  const invitation = await cloud.call<{ data: { code: string } }>(
    'identity',
    'issueInvitation',
    { personId: person.id },
    secretary,
  )
  await open(newcomer)
  await vi.waitFor(() => expect(weapp.route()).toBe('pages/bind/index'), 10_000)
  await weapp.see('个人信息说明')
  // typed in small letters, without hyphens
  const typed = invitation.result.data.code.toLowerCase().replace(/-/g, '')
  weapp.fire('text-line__field', 'input', { value: typed })
  // the button takes the tap once the code is complete
  await vi.waitFor(async () => {
    await weapp.tap('用邀请码绑定')
    await weapp.see('请先看一眼上面的说明', 300)
  }, 10_000)
  await weapp.tap('我已看过并同意')
  await vi.waitFor(() => expect(weapp.text()).not.toContain('请先看一眼'))
  await weapp.tap('用邀请码绑定')
  await vi.waitFor(() => expect(weapp.route()).toBe('pages/home/index'), 10_000)
  await weapp.see(person.name)
  expect(weapp.problems).toEqual([])
})

test('WeChat’s own button gives a number: what the roster does not know leads to the invitation', async () => {
  const stranger = await cloud.loginAs('openid-of-nobody')
  await open(stranger)
  await vi.waitFor(() => expect(weapp.route()).toBe('pages/bind/index'), 10_000)
  await weapp.tap('我已看过并同意')
  await weapp.see('手机号一键绑定')
  await vi.waitFor(() => weapp.press('bind__phone', 'getPhoneNumber', { errMsg: 'getPhoneNumber:fail user deny' }))
  await weapp.see('没有拿到手机号')
  const code = (await (
    await cloud.post('/local/phone-code', { openid: 'openid-of-nobody', phone: '19000000009' })
  ).json()) as {
    code: string
  }
  await weapp.press('bind__phone', 'getPhoneNumber', { errMsg: 'getPhoneNumber:ok', code: code.code })
  await weapp.see('名册里没有这个手机号')
  expect(weapp.problems).toEqual([])
})

test('before the first use of personal data WeChat’s question is asked in our words, and answered with the button', async () => {
  await open(await cloud.login('member'))
  await weapp.see('本月')
  const refused = weapp.platform.askPrivacy('scanCode')
  await weapp.see('先看一眼隐私说明')
  await weapp.tap('看完整的隐私保护指引')
  await weapp.tap('先不用')
  expect(await refused).toEqual({ event: 'disagree' })
  expect(weapp.platform.contracts).toEqual(['opened'])

  const agreed = weapp.platform.askPrivacy('scanCode')
  await weapp.see('同意并继续')
  await weapp.press('privacy__agree', 'agreePrivacyAuthorization', {})
  expect(await agreed).toEqual({ event: 'agree', buttonId: 'privacy-agree' })
  await vi.waitFor(() => expect(weapp.text()).not.toContain('先看一眼隐私说明'))
  expect(weapp.problems).toEqual([])
})

test('the me tab shows who one is, and leads to the record in its subpackage', async () => {
  const token = await cloud.login('member')
  const me = await cloud.call<{ data: { person: { name: string } } }>('identity', 'getMe', {}, token)
  await open(token)
  await weapp.see('本月')
  await weapp.tap('我的')
  await vi.waitFor(() => expect(weapp.route()).toBe('pages/me/index'), 10_000)
  await weapp.see(me.result.data.person.name)
  await weapp.tap('我的数据')
  await vi.waitFor(() => expect(weapp.route()).toBe('mine/pages/data/index'), 10_000)
  await weapp.see('撤回同意，解除绑定')
  expect(weapp.problems).toEqual([])
})
