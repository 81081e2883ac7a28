// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { startLogicLayer } from '../../support/weapp/logic-layer'
import { compile } from '../../support/weapp/templates'
import { startViewLayer } from '../../support/weapp/view-layer'
import { createWx } from '../../support/weapp/wx'

// The stand-in proves something only as long as it is as strict as a phone.
const platform = { callFunction: async () => ({}), navigate: async () => {} }

test('a call of wx that the stand-in does not know throws its name', () => {
  const { wx } = createWx(platform)
  expect(() => (wx as { startBeaconDiscovery(): void }).startBeaconDiscovery()).toThrow(
    'wx.startBeaconDiscovery is not in',
  )
})

test('storage keeps values as text, 1 MB a key', () => {
  const { wx } = createWx(platform)
  const { setStorageSync, getStorageSync } = wx as {
    setStorageSync(key: string, value: unknown): void
    getStorageSync(key: string): unknown
  }
  const value = { at: 1 }
  setStorageSync('a', value)
  value.at = 2
  expect(getStorageSync('a')).toEqual({ at: 1 })
  expect(getStorageSync('never')).toBe('')
  expect(() => setStorageSync('b', 'x'.repeat(1024 * 1024))).toThrow('too large')
})

test('scripts see the language, timers and wx: no window, document, Node or Intl', () => {
  const { wx } = createWx(platform)
  const { app } = startLogicLayer({ wx, getCurrentPages: () => [], console })
  const evaluate = (app.onLaunch as { constructor: FunctionConstructor }).constructor
  const seen = evaluate(
    'return [typeof window, typeof document, typeof process, typeof require, typeof Intl, typeof wx]',
  )()
  expect([...seen]).toEqual([...Array(5).fill('undefined'), 'object'])
})

test('a tag that is no component of WeChat fails instead of showing nothing', () => {
  const home = '<view><marquee wx:if="{{on}}">x</marquee></view>'
  const sources = { 'pages/home/index.wxml': home, 'comp.wxml': '<view />' }
  const view = startViewLayer(compile(new Map(Object.entries(sources))), () => ({}))
  const page = view.show('pages/home/index', { data: { on: false } }, {})
  expect(() => page.setData({ on: true })).toThrow('<marquee> is no component of WeChat')
  page.hide()
})
