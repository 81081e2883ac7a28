import Taro from '@tarojs/taro'
import { type Target, urlOf } from './target.shared'

export { type Target, urlOf }

/** Opens a page on top of this one. */
export const goTo = (target: Target): void => void Taro.navigateTo({ url: urlOf(target) })

/** Puts a page in the place of this one: going back leads past it. */
export const goInstead = (target: Target): void => void Taro.redirectTo({ url: urlOf(target) })

/** One of the four tabs, with nothing to go back to. */
export const goTab = (page: 'home' | 'study' | 'activities' | 'me'): void =>
  void Taro.reLaunch({ url: urlOf({ page }) })

/** Home, with nothing to go back to. */
export const goHome = (): void => goTab('home')

/** Back to where the person came from; home when the page was opened directly. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goHome()
}
