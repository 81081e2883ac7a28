import Taro from '@tarojs/taro'

/** Pages by name, with their parameters. */
export type Target =
  | { page: 'home' }
  | { page: 'quiz'; quizId: string }
  | { page: 'result'; attemptId: string }
  | { page: 'lesson'; lessonId: string }
  | { page: 'checkin'; themeDayId: string }
  | { page: 'persona'; next?: string }
  | { page: 'figures'; orgId: string; from?: string; to?: string }
  | { page: 'missing'; orgId: string; kind: string; from: string; to: string; slice?: string }
  | { page: 'report'; orgId: string; from: string; to: string }
  | { page: 'board'; themeDayId: string }

const organiser: readonly string[] = ['figures', 'missing', 'report', 'board']

/** A target's address inside the app. */
export function urlOf({ page, ...params }: Target): string {
  const path = organiser.includes(page) ? `/organiser/pages/${page}/index` : `/pages/${page}/index`
  const query = Object.entries(params)
    .filter((pair): pair is [string, string] => typeof pair[1] === 'string')
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  return query ? `${path}?${query}` : path
}

/** Opens a page on top of this one. */
export const goTo = (target: Target): void => void Taro.navigateTo({ url: urlOf(target) })

/** Puts a page in the place of this one: going back leads past it. */
export const goInstead = (target: Target): void => void Taro.redirectTo({ url: urlOf(target) })

/** Home, with nothing to go back to. */
export const goHome = (): void => void Taro.reLaunch({ url: urlOf({ page: 'home' }) })

/** Back to where the person came from; home when the page was opened directly. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goHome()
}
