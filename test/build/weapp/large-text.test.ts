// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { readText } from '../../support/dist'
import { startWeappCounty, type WeappCounty } from '../../support/weapp/county'
import type { Weapp } from '../../support/weapp/open-weapp'
import { createPhone } from '../../support/weapp/wx/phone'

// Large text on the weapp output: as WeChat is set to it, and as the person chooses here, which counts more.
let county: WeappCounty
beforeAll(async () => {
  county = await startWeappCounty()
})
afterEach(() => county.closeAll())
afterAll(() => county.stop())

const isLarge = (weapp: Weapp): boolean => weapp.root().querySelector('.page--large') !== null
const sized = (weapp: Weapp, large: boolean) =>
  vi.waitFor(() => expect([weapp.route(), isLarge(weapp)]).toEqual([weapp.route(), large]), 20_000)

/** Through the four tabs and into a page behind them. */
async function everywhere(weapp: Weapp, large: boolean): Promise<void> {
  await sized(weapp, large)
  for (const [tab, seen] of [
    ['学习', '百题手册'],
    ['活动', '主题党日'],
    ['我的', '字的大小'],
  ] as const) {
    await weapp.tap(tab)
    await weapp.see(seen)
    await sized(weapp, large)
  }
  await weapp.tap('我的数据')
  await vi.waitFor(() => expect(weapp.route()).toBe('mine/pages/data/index'), 20_000)
  await sized(weapp, large)
}

test('follows WeChat’s own text size from 1.2 on', async () => {
  const weapp = await county.open('elderly', { phone: createPhone({ fontSizeScaleFactor: 1.4 }) })
  await weapp.see('大字 ✓')
  await everywhere(weapp, true)
  const normal = await county.open('elderly', { phone: createPhone({ fontSizeScaleFactor: 1.1 }) })
  await normal.see('本月')
  await sized(normal, false)
  expect([...weapp.problems, ...normal.problems]).toEqual([])
})

test('is one tap at home, for every page and for the next time', async () => {
  const weapp = await county.open('member')
  await weapp.see('本月')
  await sized(weapp, false)
  await weapp.tap('大字')
  await weapp.see('大字 ✓')
  await everywhere(weapp, true)
  weapp.kill()
  const again = await county.open('member', { phone: weapp.phone })
  await again.see('大字 ✓')
  await sized(again, true)
  expect([...weapp.problems, ...again.problems]).toEqual([])
})

test('who switches it off here has normal text, whatever WeChat is set to', async () => {
  const phone = createPhone({ fontSizeScaleFactor: 1.4 })
  const weapp = await county.open('elderly', { phone })
  await weapp.tap('我的')
  await weapp.tap('标准')
  await sized(weapp, false)
  weapp.kill()
  const again = await county.open('elderly', { phone })
  await again.see('本月')
  await sized(again, false)
})

test('is 1.4 times the normal size in the output', () => {
  expect(readText('weapp', 'common.wxss') + readText('weapp', 'app-origin.wxss')).toMatch(
    /\.page--large\s*\{[^}]*--fs:\s*1\.4/,
  )
})
