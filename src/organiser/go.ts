import Taro from '@tarojs/taro'
import { urlOf } from '@/components/page/go'
import type { ParticipationKind } from '@/contracts/common'
import type { Period } from '@/domain/time/day'

export interface FiguresTarget extends Period {
  readonly orgId: string
  readonly kind: ParticipationKind
}

/** The address of an organisation's figures, with the kind that is in view. */
export const figuresUrl = ({ orgId, kind, from, to }: FiguresTarget): string =>
  `${urlOf({ page: 'figures', orgId, from, to })}&kind=${kind}`

/** Opens the figures of another organisation on top of this page: going back leads up again. */
export const goDown = (target: FiguresTarget): void => void Taro.navigateTo({ url: figuresUrl(target) })

/** Goes to an organisation further up: back to its page if the way down led over it, else in the place of this page. */
export function goUp(target: FiguresTarget): void {
  const pages = Taro.getCurrentPages()
  const at = pages.findIndex(
    (page) => String(page.route ?? page.path).includes('pages/figures/') && page.options?.orgId === target.orgId,
  )
  const delta = pages.length - 1 - at
  if (at >= 0 && delta > 0) void Taro.navigateBack({ delta })
  else void Taro.redirectTo({ url: figuresUrl(target) })
}
