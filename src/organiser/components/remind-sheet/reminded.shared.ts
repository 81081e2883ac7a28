import type { Reminded } from '@/contracts/remind'
import { formatNumber } from '@/domain/metrics'

/** What reminders are about: people taking part, or figures of the register (台账) being reported. */
export type RemindedOf = 'participation' | 'register'

const words: Readonly<Record<RemindedOf, { none: string; vacant: string }>> = {
  participation: { none: '没有需要提醒的人，都已经参加了。', vacant: '个支部名册上没有书记' },
  register: { none: '没有需要提醒的单位，都已经报了。', vacant: '个单位名册上没有负责填报的人' },
}

/** What became of an order, in a sentence or two. */
export function remindedWords(told: Reminded & { readonly vacant?: number }, of: RemindedOf = 'participation'): string {
  const { reminded, already, going, waitsUntil, vacant = 0 } = told
  const sentences = [
    reminded > 0
      ? waitsUntil === null
        ? `已提醒 ${formatNumber(reminded)} 人`
        : `已安排提醒 ${formatNumber(reminded)} 人，早上 8 点送到，夜里不打扰`
      : '',
    already > 0 ? `${formatNumber(already)} 人今天已经提醒过` : '',
    vacant > 0 ? `${formatNumber(vacant)} ${words[of].vacant}` : '',
    going ? '其余的几分钟内陆续送到' : '',
  ].filter((one) => one !== '')
  return sentences.length === 0 ? words[of].none : `${sentences.join('，')}。`
}
