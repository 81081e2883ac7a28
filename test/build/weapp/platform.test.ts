// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { ThemeDayDoc } from '../../../cloudfunctions/_data/documents'
import { startWeappCounty, type WeappCounty } from '../../support/weapp/county'
import { createPhone } from '../../support/weapp/wx/phone'

// What only WeChat has: messages, the privacy question, the clipboard, updates, a weak network, a screen that stays on.
let county: WeappCounty
beforeAll(async () => {
  county = await startWeappCounty()
})
afterEach(() => county.closeAll())
afterAll(() => county.stop())

const HOUR = 3_600_000
const TEMPLATE = 'template-of-theme-days'
/** As if the build had been told the id of the message. */
const withMessages = new Map([['themeDay:"",quiz:"",reminder:""', `themeDay:"${TEMPLATE}",quiz:"",reminder:""`]])

/** A theme day of the home branch that is still to come. */
async function planThemeDay(): Promise<void> {
  const days = await county.cloud.all<ThemeDayDoc>('themeDays')
  const { result } = await county.cloud.call<{ data: { org: { id: string } } }>(
    'identity',
    'getMe',
    {},
    await county.cloud.login('member'),
  )
  const model = days.find(({ orgId, status }) => orgId === result.data.org.id && status === 'planned')
  if (!model) throw new Error('the branch plans nothing')
  const startsAt = Date.now() + 50 * HOUR
  await county.cloud.put('themeDays', [
    { ...model, _id: 'td-to-come', title: '测试用主题党日', startsAt, endsAt: startsAt + 2 * HOUR },
  ])
}

test('a reminder is asked for in the tap itself, and a yes is noted; a no and a closed switch are told', async () => {
  await planThemeDay()
  const weapp = await county.open('member', { constants: withMessages })
  await weapp.tap('活动')
  const request = async (count: number) => {
    await weapp.tap('活动前提醒我一次')
    await vi.waitFor(() => expect(weapp.platform.requests).toHaveLength(count), 20_000)
    return weapp.platform.requests.at(-1)
  }
  ;(await request(1))?.refuse()
  await weapp.see('现在打不开提醒')
  ;(await request(2))?.answer(() => 'reject')
  await weapp.see('没有打开提醒')
  const kept = () => county.cloud.all<{ templates?: string[] }>('subscriptions')
  expect(await kept()).toEqual([])
  const asked = await request(3)
  expect(asked?.tmplIds).toEqual([TEMPLATE])
  asked?.answer(() => 'accept')
  await weapp.see('到时候在微信里提醒您一次')
  expect(await kept()).toHaveLength(1)
  expect(weapp.problems).toEqual([])
})

test('a build without ids of messages offers none', async () => {
  await planThemeDay()
  const weapp = await county.open('member')
  await weapp.tap('活动')
  await weapp.see('测试用主题党日')
  expect(weapp.text()).not.toContain('提醒我')
})

test('the first copy to the clipboard waits for the privacy statement, and is done after the yes', async () => {
  const phone = createPhone({ privacy: 'unasked' })
  const weapp = await county.open('secretary', { phone })
  await weapp.tap('我的')
  await weapp.tap('党员名册')
  const { rows } = await county.ask<{ rows: { name: string; bound: boolean }[] }>(
    'secretary',
    'organise',
    'listMembers',
    {
      orgId: (await county.ask<{ org: { id: string } }>('secretary', 'identity', 'getMe', {})).org.id,
      name: null,
      after: null,
    },
  )
  await weapp.tap(rows.find(({ bound }) => !bound)?.name ?? 'nobody')
  // the list speaks of it too: the sheet is open first
  await weapp.see('登记手机号')
  await weapp.tap('发邀请码')
  await weapp.tap('复制邀请码')
  await weapp.see('先看一眼隐私说明')
  await weapp.tap('先不用')
  await weapp.see('没有复制成功')
  expect(weapp.platform.noted.clipboard).toBe('')
  await weapp.tap('复制邀请码')
  await weapp.see('同意并继续')
  await weapp.press('privacy__agree', 'agreePrivacyAuthorization', {})
  await weapp.see('已复制')
  expect(weapp.text()).toContain(weapp.platform.noted.clipboard)
  expect(weapp.platform.noted.clipboard).not.toBe('')
  // once agreed, for good
  await weapp.tap('复制邀请码')
  await weapp.idle()
  expect(weapp.text()).not.toContain('先看一眼隐私说明')
  expect([phone.privacy, weapp.problems]).toEqual(['agreed', []])
})

test('the number is given only after the privacy statement', async () => {
  const phone = createPhone({ privacy: 'unasked' })
  const weapp = await county.open('newcomer', { phone })
  await vi.waitFor(() => expect(weapp.route()).toBe('pages/bind/index'), 20_000)
  await weapp.tap('我已看过并同意')
  await weapp.see('手机号一键绑定')
  await weapp.idle()
  const pressed = weapp.press('bind__phone', 'getPhoneNumber', { errMsg: 'getPhoneNumber:fail user deny' })
  await weapp.see('先看一眼隐私说明')
  await weapp.press('privacy__agree', 'agreePrivacyAuthorization', {})
  await pressed
  await weapp.see('没有拿到手机号')
  expect(weapp.problems).toEqual([])
})

test('two things that wait for the privacy statement are both answered', async () => {
  const weapp = await county.open('member', { phone: createPhone({ privacy: 'unasked' }) })
  await weapp.see('本月')
  const both = [weapp.platform.askPrivacy('scanCode'), weapp.platform.askPrivacy('setClipboardData')]
  await weapp.see('同意并继续')
  await weapp.press('privacy__agree', 'agreePrivacyAuthorization', {})
  for (const { event } of await Promise.all(both)) expect(event).toBe('agree')
  expect(weapp.problems).toEqual([])
})

test('a newer version is offered where nobody is in the middle of something', async () => {
  const weapp = await county.open('member')
  await weapp.see('本月')
  weapp.platform.updateIsReady()
  await vi.waitFor(() => expect(weapp.platform.modals).toHaveLength(1), 20_000)
  expect(weapp.platform.modals[0]).toMatchObject({ title: '有新版本', confirmText: '现在更新' })
  weapp.platform.modals[0]?.press('现在更新')
  await vi.waitFor(() => expect(weapp.platform.applied).toEqual(['applied']))

  const busy = await county.open('member')
  await busy.tap('应知应会答题')
  await vi.waitFor(() => expect(busy.route()).toBe('pages/quiz/index'), 20_000)
  busy.platform.updateIsReady()
  await busy.idle()
  expect(busy.platform.modals).toEqual([])
  expect([...weapp.problems, ...busy.problems]).toEqual([])
})

test('a weak network is told while one waits, and not any longer', async () => {
  const weapp = await county.open('member')
  await weapp.see('本月')
  let answer: () => void = () => {}
  weapp.platform.hold((name) => {
    if (name !== 'learn') return null
    return new Promise<void>((resolve) => {
      answer = resolve
    })
  })
  weapp.platform.setWeak(true)
  await weapp.tap('学习')
  await weapp.see('网络有点慢，请稍等')
  answer()
  await weapp.see('百题手册')
  await vi.waitFor(() => expect(weapp.text()).not.toContain('网络有点慢'))
  expect(weapp.problems).toEqual([])
})

test('the secretary’s screen stays on while the code is shown, and no longer', async () => {
  const weapp = await county.open('secretary')
  await weapp.tap('主持签到')
  await vi.waitFor(() => expect(weapp.route()).toBe('organiser/pages/board/index'), 20_000)
  await weapp.tap('打开签到')
  await weapp.see('全屏显示')
  await vi.waitFor(() => expect(weapp.platform.noted.keptOn).toBe(true))
  await weapp.back()
  await vi.waitFor(() => expect(weapp.platform.noted.keptOn).toBe(false))
  expect(weapp.problems).toEqual([])
})
