import { beforeEach, expect, it, vi } from 'vitest'

const phone = vi.hoisted(() => ({ storage: new Map<string, unknown>(), date: 0, steady: 0 }))

vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => phone.storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void phone.storage.set(key, value),
    removeStorageSync: (key: string) => void phone.storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...phone.storage.keys()] }),
  },
}))
vi.mock('@/services/transport/call', () => ({ call: () => Promise.reject(new Error('nobody calls here')) }))

const minute = 60_000
const noon = Date.parse('2026-11-22T12:00:00+08:00')
/** Opens the app anew: what was only in memory is gone. */
const open = async () => {
  vi.resetModules()
  const { serverTime } = await import('@/services/server-time')
  const { scanMoment } = await import('@/services/scan-moment')
  return { serverTime, scanMoment }
}
const pass = (ms: number) => {
  phone.date += ms
  phone.steady += ms
}

beforeEach(() => {
  phone.storage.clear()
  phone.date = noon + 12 * minute
  phone.steady = 5_000
  vi.spyOn(Date, 'now').mockImplementation(() => phone.date)
  vi.spyOn(performance, 'now').mockImplementation(() => phone.steady)
})

it('claims nothing as long as the server was never heard', async () => {
  const { serverTime, scanMoment } = await open()
  expect(serverTime.now()).toBeNull()
  expect(scanMoment('day-1.1.abc')).toBeUndefined()
})

it('goes by the server, however wrong the phone is set', async () => {
  const { serverTime, scanMoment } = await open()
  expect(serverTime.told({ now: noon })).toEqual({ now: noon })
  pass(3 * minute)
  expect(scanMoment('day-1.1.abc')).toBe(noon + 3 * minute)
  // set back by hand in between
  phone.date -= 60 * minute
  pass(minute)
  expect(serverTime.now()).toBe(noon + 4 * minute)
})

it('is known without a network the next time, as the phone’s clock was off before', async () => {
  const first = await open()
  first.serverTime.told({ now: noon })
  pass(180 * minute)
  const { serverTime } = await open()
  expect(serverTime.now()).toBe(noon + 180 * minute)
})

it('goes on through a sleep in which the steady source stood still', async () => {
  const { serverTime } = await open()
  serverTime.told({ now: noon })
  phone.date += 60 * minute
  expect(serverTime.now()).toBe(noon + 60 * minute)
})

it('keeps the moment in which a token was first here', async () => {
  const { serverTime, scanMoment } = await open()
  serverTime.told({ now: noon })
  expect(scanMoment('day-1.1.abc')).toBe(noon)
  pass(9 * minute)
  expect(scanMoment('day-1.1.abc')).toBe(noon)
  expect((await open()).scanMoment('day-1.1.abc')).toBe(noon)
  // another one is another scan
  expect((await open()).scanMoment('day-1.2.abc')).toBe(noon + 9 * minute)
})

it('does not make up a time later for a scan that had none', async () => {
  const { serverTime, scanMoment } = await open()
  expect(scanMoment('day-1.1.abc')).toBeUndefined()
  serverTime.told({ now: noon })
  expect(scanMoment('day-1.1.abc')).toBeUndefined()
})
