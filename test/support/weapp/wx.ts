import { createEvents } from './wx-events'

/** What wx.navigateTo and its like were called with. */
export interface Navigation {
  api: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'navigateBack'
  url: string
}

export interface Platform {
  /** What a cloud function answers. */
  callFunction(name: string, data: unknown): Promise<unknown>
  navigate(navigation: Navigation): Promise<void>
}

interface Callbacks {
  success?(result: unknown): void
  fail?(error: unknown): void
  complete?(result: unknown): void
}

/** Runs a wx call that answers by callbacks. Errors reach `fail`; without one, the test. */
function answer(call: string, { success, fail, complete }: Callbacks, work: () => unknown): void {
  void Promise.resolve()
    .then(work)
    .then(
      (result) => {
        const whole = { errMsg: `${call}:ok`, ...(result as object) }
        success?.(whole)
        complete?.(whole)
      },
      (error: Error) => {
        const whole = { errMsg: `${call}:fail ${error.message}` }
        if (!fail && !complete) throw error
        fail?.(whole)
        complete?.(whole)
      },
    )
}

const device = { brand: 'devtools', model: '示例手机', platform: 'android', system: 'Android 13', pixelRatio: 2 }
const screen = { windowWidth: 390, windowHeight: 780, screenWidth: 390, screenHeight: 844, statusBarHeight: 24 }
const host = { SDKVersion: '3.10.0', version: '8.0.60', language: 'zh_CN', fontSizeScaleFactor: 1 }
const KEY_LIMIT = 1024 * 1024

/**
 * A strict stand-in for `wx`: what the pages use works as on a phone; calling anything else throws its name, so that a call
 * that nobody thought of is found here and not by a member.
 */
export function createWx(platform: Platform) {
  const storage = new Map<string, string>()
  const titles: string[] = []
  const nothing = () => {}
  const events = createEvents()
  const navigate = (api: Navigation['api']) => (options: Callbacks & { url?: string }) =>
    answer(api, options, () => platform.navigate({ api, url: options.url ?? '' }))

  const known: Record<string, unknown> = {
    cloud: {
      init: nothing,
      callFunction: ({ name, data }: { name: string; data: unknown }) =>
        platform.callFunction(name, JSON.parse(JSON.stringify(data))),
    },
    getSystemInfoSync: () => ({ ...device, ...screen, ...host }),
    getWindowInfo: () => screen,
    getDeviceInfo: () => device,
    getAppBaseInfo: () => host,
    getStorageSync: (key: string) => (storage.has(key) ? JSON.parse(storage.get(key) ?? '""') : ''),
    setStorageSync: (key: string, value: unknown) => {
      const text = JSON.stringify(value)
      if (text.length > KEY_LIMIT) throw new Error('setStorageSync:fail data is too large')
      storage.set(key, text)
    },
    removeStorageSync: (key: string) => storage.delete(key),
    getStorageInfoSync: () => {
      const size = [...storage].reduce((sum, [key, text]) => sum + key.length + text.length, 0)
      return { keys: [...storage.keys()], currentSize: Math.ceil(size / 1024), limitSize: 10 * 1024 }
    },
    navigateTo: navigate('navigateTo'),
    redirectTo: navigate('redirectTo'),
    reLaunch: navigate('reLaunch'),
    navigateBack: navigate('navigateBack'),
    setNavigationBarTitle: (options: Callbacks & { title: string }) =>
      answer('setNavigationBarTitle', options, () => void titles.push(options.title)),
    getNetworkType: (options: Callbacks) => answer('getNetworkType', options, () => ({ networkType: '4g' })),
    ...Object.fromEntries(
      ['AppShow', 'AppHide', 'NetworkStatusChange'].flatMap((name) => [
        [`on${name}`, nothing],
        [`off${name}`, nothing],
      ]),
    ),
    ...events.api,
    pageScrollTo: (options: Callbacks) => answer('pageScrollTo', options, () => ({})),
    nextTick: (work: () => void) => void Promise.resolve().then(work),
  }
  // the scripts keep their chunks on wx itself
  const chunks = 'webpackJsonp'
  const wx = new Proxy(known, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target || name === chunks) return Reflect.get(target, name)
      return () => {
        throw new Error(`wx.${name} is not in the stand-in`)
      }
    },
  })
  return { wx, storage, titles, events }
}
