import type { Reminded } from '@/contracts/remind'
import { formatNumber } from '@/domain/metrics'

/** What became of an order, in a sentence or two. `now`: to say whether it waits until this or the next morning. */
export function remindedWords(told: Reminded & { readonly vacant?: number }): string {
  const { reminded, already, going, waitsUntil, vacant = 0 } = told
  const sentences = [
    reminded > 0
      ? waitsUntil === null
        ? `已提醒 ${formatNumber(reminded)} 人`
        : `已安排提醒 ${formatNumber(reminded)} 人，早上 8 点送到，夜里不打扰`
      : '',
    already > 0 ? `${formatNumber(already)} 人今天已经提醒过` : '',
    vacant > 0 ? `${formatNumber(vacant)} 个支部名册上没有书记` : '',
    going ? '其余的几分钟内陆续送到' : '',
  ].filter((one) => one !== '')
  return sentences.length === 0 ? '没有需要提醒的人，都已经参加了。' : `${sentences.join('，')}。`
}
