import type { Instant } from '@/contracts/common'
import type { LeaveReason, ProxyReason } from '@/contracts/themeday'
import { dayOf } from '../time'
import { TOKEN_LATE_MS } from './code'
import type { LateScan } from './late-scan'
import type { Leave } from './part'

/** Reasons in the words of those who read them; in the order in which a form offers them. */
export const leaveWords: Readonly<Record<LeaveReason, string>> = {
  illness: '生病',
  work: '工作走不开',
  family: '家中有事',
  away: '人在外地',
  other: '其他',
}

export const proxyWords: Readonly<Record<ProxyReason, string>> = {
  frail: '年老体弱',
  noPhone: '不会用手机',
  phoneFailed: '手机没电或没网',
  other: '其他',
}

/** A reason with what was added to it: `生病：下午去医院`. */
export const reasonWords = (word: string, note: string): string => (note === '' ? word : `${word}：${note}`)

const MINUTE = 60_000

/** `15:02` in Asia/Shanghai. */
function clock(instant: Instant): string {
  const minutes = Math.floor(instant / MINUTE) + 8 * 60
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}

/** ` 15:02`, or on a later day than the other instant `第二天 15:02`: to follow a Chinese character. */
const clockAfter = (instant: Instant, before: Instant): string =>
  `${dayOf(instant) === dayOf(before) ? '' : '第二天'} ${clock(instant)}`

/**
 * What a secretary has to go by: `扫的是 15:02 的码，18:20 才送到`. The phone's own word only where it would have mattered: a scan within TOKEN_LATE_MS of the
 * code would have counted by itself; and as what it is, since a clock may be wrong and nobody is to look dishonest by it.
 */
export function lateScanWords(
  scan: Pick<LateScan, 'slotStartsAt' | 'slotEndsAt' | 'scannedAt' | 'receivedAt'>,
): string {
  const { slotStartsAt, slotEndsAt, scannedAt, receivedAt } = scan
  const said =
    scannedAt <= slotEndsAt + TOKEN_LATE_MS
      ? ''
      : `，手机记的扫码时间是${clockAfter(scannedAt, slotStartsAt)}（手机时间可能不准）`
  return `扫的是 ${clock(slotStartsAt)} 的码${said}，${clockAfter(receivedAt, slotStartsAt).trimStart()} 才送到`
}

/** A leave for the secretary: `生病：下午去医院`; one that arrived after the check-in had ended with both times. */
export function leaveReasonWords({ reason, note, at, receivedAt }: Leave, end: Instant): string {
  const why = reasonWords(leaveWords[reason], note)
  if (receivedAt === undefined || receivedAt < end || at >= end) return why
  return `${why}（${clock(at)} 请的假，${clockAfter(receivedAt, at).trimStart()} 才送到）`
}
