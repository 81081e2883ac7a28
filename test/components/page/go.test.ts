import { beforeEach, expect, it, vi } from 'vitest'

const taro = vi.hoisted(() => ({
  navigateTo: vi.fn<(to: { url: string }) => Promise<void>>(),
  redirectTo: vi.fn<(to: { url: string }) => Promise<void>>(),
  reLaunch: vi.fn<(to: { url: string }) => Promise<void>>(),
  showToast: vi.fn(),
}))
vi.mock('@tarojs/taro', () => ({ default: taro }))

const { goInstead, goTo } = await import('@/components/page/go')
const { isMissingPiece } = await import('@/components/page/missing-page')

beforeEach(() => {
  vi.resetAllMocks()
  for (const go of [taro.navigateTo, taro.redirectTo, taro.reLaunch]) go.mockResolvedValue()
})

it('a page that could not be fetched is told: no button is dead', async () => {
  taro.navigateTo.mockRejectedValue({ errMsg: 'navigateTo:fail loading subpackage timeout' })
  goTo({ page: 'history' })
  await vi.waitFor(() => expect(taro.showToast).toHaveBeenCalledOnce())
  expect(taro.showToast.mock.calls[0]?.[0]).toMatchObject({ title: expect.stringContaining('请连上网再点一次') })
  taro.redirectTo.mockRejectedValue({ errMsg: 'redirectTo:fail' })
  goInstead({ page: 'home' })
  await vi.waitFor(() => expect(taro.showToast).toHaveBeenCalledTimes(2))
})

it('beyond the ten pages that WeChat keeps, a page takes the place of the last', async () => {
  taro.navigateTo.mockRejectedValue({ errMsg: 'navigateTo:fail webview count limit exceed' })
  goTo({ page: 'lesson', lessonId: 'one' })
  await vi.waitFor(() => expect(taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/lesson/index?lessonId=one' }))
  expect(taro.showToast).not.toHaveBeenCalled()
})

it('knows a piece of the app that did not come from any other failure', () => {
  const chunk = Object.assign(new Error('Loading chunk 12 failed.\n(missing: /js/12.js)'), { name: 'ChunkLoadError' })
  expect(isMissingPiece(chunk)).toBe(true)
  expect(isMissingPiece(new Error('Loading CSS chunk 7 failed.'))).toBe(true)
  expect(isMissingPiece(Object.assign(new Error(''), { code: 'CSS_CHUNK_LOAD_FAILED' }))).toBe(true)
  for (const other of [new Error('OFFLINE'), null, undefined, 'Loading', { errMsg: 'x' }])
    expect(isMissingPiece(other)).toBe(false)
})
