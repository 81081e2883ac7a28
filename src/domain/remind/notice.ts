import type { Instant } from '@/contracts/common'
import { DAY_MS } from '../time'
import { sendingTime } from './quiet'
import { clockOf, dayWords } from './words'

/** What of a planned theme day people arrange themselves by. */
export interface ToldDay {
  readonly startsAt: Instant
  readonly place: string
  readonly remote: boolean
  readonly cancelled: boolean
}

interface PlannedDay extends Omit<ToldDay, 'cancelled'> {
  readonly title: string
  readonly cancelled?: { readonly reason: string } | null | undefined
}

export const toldDay = ({ startsAt, place, remote, cancelled }: PlannedDay): ToldDay => ({
  startsAt,
  place,
  remote,
  cancelled: Boolean(cancelled),
})

const MINUTE_MS = 60_000
/** Several changes one after the other are told as one, and what is taken back at once is not told. */
const SETTLE_MS = 10 * MINUTE_MS
/** Whoever has to come must hear of it this long before. */
const AHEAD_MS = 120 * MINUTE_MS

/**
 * When those concerned are told of a change that is made now: when nothing more was changed for ten minutes and nobody sleeps; at once, if that would be too late.
 * @param startsAt when it would have begun, and when it begins now
 */
export function noticeTime(now: Instant, startsAt: readonly Instant[]): Instant {
  const settled = sendingTime(now + SETTLE_MS).at
  const next = Math.min(...startsAt.filter((at) => at > now), now + DAY_MS)
  return settled > next - AHEAD_MS ? now : settled
}

const when = (at: Instant): string => `${dayWords(at)} ${clockOf(at)}`

/** What became of a planned theme day since people knew it last, and why; null: nothing by which they arrange themselves. */
export function dayNoticeWords(day: PlannedDay, since: ToldDay): string | null {
  const { title, startsAt, place, remote, cancelled } = day
  if (cancelled) {
    return since.cancelled
      ? null
      : `“${title}”取消了，原定 ${when(since.startsAt)}。原因：${cancelled.reason.replace(/[。！]+$/, '')}。`
  }
  if (since.cancelled) return `“${title}”照常开：${when(startsAt)}，在${place}。`
  const changes = [
    startsAt === since.startsAt ? '' : `时间改到 ${when(startsAt)}`,
    place === since.place ? '' : `地点改到${place}`,
    remote === since.remote ? '' : remote ? '在外地的可以线上参加' : '这次不能线上参加',
  ].filter((one) => one !== '')
  return changes.length === 0 ? null : `“${title}”有变动：${changes.join('，')}。`
}

/** Added for whoever asked for leave: it stands. */
export const keptLeaveWords = '您请的假还算数；能来的话，到场签到就行。'

/** To whoever has other marks by a corrected key. What was right and what is, only the result says. */
export const keyNoticeWords = (title: string): string =>
  `《${title}》有一道题的答案更正了，您的成绩已经重新计算。打开能看到改了哪道题、为什么改。`
