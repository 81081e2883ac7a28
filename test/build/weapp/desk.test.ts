// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { OutputOf } from '@/contracts/action'
import type { listQuizzes } from '@/contracts/plan'
import { startCloud, type TestCloud } from '../../support/cloud'
import { KB } from '../../support/dist'
import { openWeapp, type Weapp } from '../../support/weapp/open-weapp'

// The secretary's desk of the weapp output in WeChat's own view engine, against the real functions and the demo county.
const BRANCH = 'shili-town-liyuan'
let cloud: TestCloud
let secretary = ''
let weapp: Weapp

beforeAll(async () => {
  cloud = await startCloud({ demo: true })
  secretary = await cloud.login('secretary')
})
afterEach(() => weapp.close())
afterAll(() => cloud.stop())

/** A tool of the desk, from home as a secretary would open it. */
async function openTool(tool: string): Promise<void> {
  weapp = await openWeapp({
    callFunction: async (name, data) => (await cloud.callRaw(name, data, secretary)).body,
  })
  await weapp.tap('我的')
  await weapp.tap(tool)
}

describe('the secretary’s desk of the weapp output', () => {
  test('begins a quiz; what is typed is a draft on the server a moment later, and a keystroke moves little', async () => {
    await openTool('组织答题')
    await weapp.tap('出一套题')
    await weapp.see('从手册选题')
    await weapp.idle()
    weapp.moved.length = 0
    weapp.fire('text-line__field', 'input', { value: '十二月答题', cursor: 5 })
    await weapp.see('正在保存')
    expect(Math.max(...weapp.moved)).toBeLessThanOrEqual(10 * KB)
    await weapp.see('改动随时保存')
    await weapp.see('选出的题')
    const { result } = await cloud.call<{ ok: true; data: OutputOf<typeof listQuizzes> }>(
      'plan',
      'listQuizzes',
      { orgId: BRANCH, before: null },
      secretary,
    )
    expect(result.data.drafts.map(({ title }) => title)).toEqual(['十二月答题'])
    await weapp.tap('删除这份草稿')
    await weapp.see('找不回来')
    await weapp.tap('先不删')
    await weapp.back()
    await weapp.see('十二月答题')
    expect(weapp.problems).toEqual([])
  })

  test('opens a figure of the register to fill it in; every keystroke is on the phone, and leaving the page loses nothing', async () => {
    await openTool('台账')
    await weapp.tap('支部办实事')
    await weapp.tap('填报这一期')
    await weapp.see('请先填数')
    await weapp.idle()
    weapp.fire('text-box__field', 'input', { value: '等来源文件', cursor: 5 })
    const kept = () => [...weapp.phone.storage].filter(([, text]) => text.includes('等来源文件')).map(([key]) => key)
    await vi.waitFor(() => expect(kept()).toEqual([expect.stringMatching(/figure:local\.good_deeds\./)]))
    await weapp.back()
    await weapp.tap('填报这一期')
    await weapp.see('请先填数')
    expect(weapp.route()).toBe('organiser/pages/entry/index')
    expect(kept()).toHaveLength(1)
    expect(weapp.problems).toEqual([])
  })
})
