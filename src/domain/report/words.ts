import type { OrganisationKind } from '@/contracts/identity'
import { dayOf, startOfDay } from '../time/day'

/** Words that are worked out rather than written in the template: numerals, days, scopes. */

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 → 一, 10 → 十, 21 → 二十一; for headings, so 1 to 99. */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`no heading has the number ${n}`)
  const tens = Math.floor(n / 10)
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return head + (n % 10 === 0 ? '' : digits[n % 10])
}

/** 2026-11-02 → 2026年11月2日: Arabic numerals without leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function printedDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** An instant on the clock of Asia/Shanghai: 2026年11月22日9时05分. */
export function printedInstant(instant: number): string {
  const day = dayOf(instant)
  const minutes = Math.floor((instant - startOfDay(day)) / 60_000)
  return `${printedDay(day)}${Math.floor(minutes / 60)}时${String(minutes % 60).padStart(2, '0')}分`
}

/** How a sentence speaks of everything that belongs to an organisation. */
export const scopeWord: Readonly<Record<OrganisationKind, string>> = {
  county: '全县',
  committee: '全党委',
  generalBranch: '全总支',
  branch: '本支部',
  group: '本小组',
}
