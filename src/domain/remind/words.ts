import type { Day, Instant, ParticipationKind } from '@/contracts/common'
import type { PeriodKey } from '@/contracts/register'
import type { ReportState } from '@/contracts/report'
import { periodName } from '../register'
import { dayOf, type Period, startOfDay } from '../time'
import { monthOf } from '../time/day'

const shortDay = (day: Day): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`

/** 11 月 3 日 */
export const dayWords = (at: Instant): string => shortDay(dayOf(at))

/** 11 月, also for what has begun of it; else 11 月 3 日至 11 月 20 日. */
export function periodWords({ from, to }: Period): string {
  const month = monthOf(from)
  if (from === `${month}-01` && monthOf(to) === month && to !== from) return `${Number(month.slice(5))} 月`
  return from === to ? shortDay(from) : `${shortDay(from)}至 ${shortDay(to)}`
}

/** An activity by which one can still take part. */
export interface Chance {
  readonly id: string
  readonly title: string
  /** When it closes. */
  readonly until: Instant
}

/** The last day of something that ends at an instant: what ends at midnight ends on the day before. */
const lastDayOf = (until: Instant): Day => dayOf(until - 1)

/** Who has not taken part yet: what there is to do, until when. Never a reproach. */
export function missingWords(kind: ParticipationKind, period: Period, chance: Chance | null): string {
  if (kind === 'quiz' && chance) return `《${chance.title}》${shortDay(lastDayOf(chance.until))}截止，您还没有参加。`
  if (kind === 'quiz') return `${periodWords(period)}的知识答题，您还没有参加。打开“学习”就能答。`
  if (kind === 'lesson') return `${periodWords(period)}的微党课，您还没有学。挑一门学完、答对检测题就算参加。`
  return `${periodWords(period)}的主题党日，您还没有参加。来不了可以请假，在外地可以线上参加。`
}

/** To a secretary whose branch has held no theme day. */
export const holdingWords = (orgName: string, period: Period): string =>
  `${orgName} ${periodWords(period)}还没有主题党日的参加记录。还没开的请安排，开过的请补录。`

/** To whoever reports a figure of the register for an organisation. What the figure is called comes first: a message shows its beginning only. */
export const registerWords = (orgName: string, figure: string, period: PeriodKey, returned: boolean): string =>
  `台账“${figure}”${period === 'once' ? '' : periodName(period)}${
    returned ? '的数退回了，还没有重报' : '还没有报'
  }。请${orgName}核对来源文件后填报。`

/** To whom a report waits for. @param words why it came back */
export function reportWords(orgName: string, period: Period, state: ReportState, words: string | null): string {
  const what = `${orgName} ${periodWords(period)}的督导报告`
  if (state === 'submitted') return `${what}写好了，等您复核。`
  if (state === 'reviewed') return `${what}复核过了，等您签发。`
  return `${what}退回了：${(words ?? '').replace(/[。！]+$/, '')}。请改好再送复核。`
}

/** What one asked to be reminded of. */
export const themeDayWords = (title: string, startsAt: Instant, place: string): string =>
  `明天 ${clockOf(startsAt)}，${title}，在${place}。来不了可以先请假。`
export const quizWords = (title: string, until: Instant): string =>
  `《${title}》${shortDay(lastDayOf(until))}截止，您还没有参加。`

/** 09:30 */
export function clockOf(at: Instant): string {
  const minutes = Math.floor((at - startOfDay(dayOf(at))) / 60_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** WeChat's kind `thing` holds 20 characters; what is longer ends in an ellipsis. Source: subscribeMessage.send, limits of parameters. */
export function thing(text: string): string {
  const characters = [...text]
  return characters.length <= 20 ? text : `${characters.slice(0, 19).join('')}…`
}

/** WeChat's kind `time`: `2026年11月30日 09:30`. */
export function timeField(at: Instant): string {
  const day = dayOf(at)
  return `${day.slice(0, 4)}年${day.slice(5, 7)}月${day.slice(8)}日 ${clockOf(at)}`
}
