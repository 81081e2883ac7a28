import Taro from '@tarojs/taro'
import { urlOf } from '@/components/page/go'
import { quietly } from '@/components/page/quietly'
import type { ParticipationKind } from '@/contracts/common'
import type { Period } from '@/domain/time/day'

export interface FiguresTarget extends Period {
  readonly orgId: string
  readonly kind: ParticipationKind
  /** A slice in one word; everybody unless told. */
  readonly slice?: string
}

/** The address of an organisation's figures, with the kind that is in view. */
export const figuresUrl = ({ orgId, kind, from, to, slice }: FiguresTarget): string =>
  `${urlOf({ page: 'figures', orgId, from, to, ...(slice ? { slice } : {}) })}&kind=${kind}`

/** WeChat keeps ten pages; the last place is left to a list or a report. */
const deepest = 9

/** Opens the figures of another organisation on top of this page: going back leads up again. On a full stack it takes this page's place. */
export function goDown(target: FiguresTarget): void {
  const url = figuresUrl(target)
  if (Taro.getCurrentPages().length < deepest) void Taro.navigateTo({ url })
  else quietly(Taro.redirectTo({ url }))
}

interface OpenPage {
  readonly path?: string
  readonly route?: string
  readonly options?: Record<string, string | undefined>
  /** Where the framework keeps the parameters; in a browser the only place. */
  readonly $taroParams?: Record<string, string | undefined>
}

/** The organisation of a page of figures in the stack; null for other pages. */
function orgOf(page: OpenPage): string | null {
  if (!(page.route ?? page.path ?? '').includes('pages/figures/')) return null
  return page.options?.orgId ?? page.$taroParams?.orgId ?? null
}

/** In a browser the router loses its way when it goes back several steps onto another page of the same path, and shows nothing. */
const longestStep = process.env.TARO_ENV === 'weapp' ? deepest : 1

/** Goes to an organisation further up: back to its page if the way down led over it, else in the place of this page. */
export function goUp(target: FiguresTarget): void {
  const pages = Taro.getCurrentPages()
  const at = pages.findIndex((page) => orgOf(page) === target.orgId)
  const delta = pages.length - 1 - at
  if (at >= 0 && delta >= 1 && delta <= longestStep) quietly(Taro.navigateBack({ delta }))
  else quietly(Taro.redirectTo({ url: figuresUrl(target) }))
}
