import Taro from '@tarojs/taro'
import { quietly } from './quietly'
import { type Target, urlOf } from './target.shared'

export { type Target, urlOf }

/** At most two lines on a phone. */
const NOT_FETCHED = '这一页还没下载好，请连上网再点一次'

/**
 * On WeChat the pages of a subpackage are fetched when one of them is opened first, which may fail: then nothing happens, and a person must not be left with a
 * dead button. In a browser see missing-page.ts.
 */
async function open(work: () => unknown): Promise<void> {
  try {
    await work()
  } catch {
    if (process.env.TARO_ENV !== 'h5') quietly(Taro.showToast({ title: NOT_FETCHED, icon: 'none', duration: 3000 }))
  }
}

/** Opens a page on top of this one; in its place when WeChat, which keeps ten, has no room for another. */
export const goTo = (target: Target): void => {
  const url = urlOf(target)
  void open(async () => {
    try {
      await Taro.navigateTo({ url })
    } catch (reason) {
      if (!String((reason as { errMsg?: unknown })?.errMsg).includes('limit')) throw reason
      await Taro.redirectTo({ url })
    }
  })
}

/** Puts a page in the place of this one: going back leads past it. */
export const goInstead = (target: Target): void => void open(() => Taro.redirectTo({ url: urlOf(target) }))

/** One of the four tabs, with nothing to go back to. */
export const goTab = (page: 'home' | 'study' | 'activities' | 'me'): void =>
  void open(() => Taro.reLaunch({ url: urlOf({ page }) }))

/** Home, with nothing to go back to. */
export const goHome = (): void => goTab('home')

/** Back to where the person came from; home when the page was opened directly. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) quietly(Taro.navigateBack())
  else goHome()
}
