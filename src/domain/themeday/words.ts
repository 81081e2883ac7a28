import type { Instant } from '@/contracts/common'
import type { LeaveReason, ProxyReason } from '@/contracts/themeday'
import { dayOf } from '../time'
import type { LateScan } from './late-scan'

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

/** What a secretary has to go by: `扫的是 15:02 的码，18:20 才送到`; with the phone's own word where that is another time than the code's. */
export function lateScanWords(
  scan: Pick<LateScan, 'slotStartsAt' | 'slotEndsAt' | 'scannedAt' | 'receivedAt'>,
): string {
  const shown = `扫的是${clock(scan.slotStartsAt)}的码`
  const said = scan.scannedAt < scan.slotEndsAt + MINUTE ? '' : `，手机记的是${clock(scan.scannedAt)}扫的`
  const nextDay = dayOf(scan.receivedAt) === dayOf(scan.slotStartsAt) ? '' : '第二天'
  return `${shown}${said}，${nextDay}${clock(scan.receivedAt)}才送到`
}
