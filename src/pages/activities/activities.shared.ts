import type { ThemeDayRow } from '@/contracts/themeday'
import { dayOf, type Month, monthOf } from '@/domain/time'

type Tone = 'red' | 'ok' | 'wait' | 'gold' | 'grey'

/** The member's part in a theme day, as a tag says it. */
export function partTag({
  mine,
  status,
  cancelled,
}: Pick<ThemeDayRow, 'mine' | 'status' | 'cancelled'>): { text: string; tone: Tone } | null {
  // whatever one had asked for: nobody is to go there
  if (cancelled) return { text: '已取消', tone: 'grey' }
  switch (mine) {
    case 'due':
      if (status === 'closed') return { text: '可线上参加', tone: 'gold' }
      return status === 'open' ? { text: '正在签到', tone: 'red' } : { text: '应到', tone: 'red' }
    case 'in':
      return { text: '已签到', tone: 'ok' }
    case 'remote':
      return { text: '线上参加', tone: 'ok' }
    case 'proxy':
      return { text: '书记代录', tone: 'ok' }
    case 'leave':
      return { text: '已请假', tone: 'gold' }
    case 'lateScan':
      return { text: '等书记确认', tone: 'wait' }
    case 'absent':
      return { text: '未到', tone: 'grey' }
    case 'none':
      return null
  }
}

/** Rows by the month in which they began, in the order in which they come. */
export function byMonth(rows: readonly ThemeDayRow[]): { month: Month; rows: ThemeDayRow[] }[] {
  const months: { month: Month; rows: ThemeDayRow[] }[] = []
  for (const row of rows) {
    const month = monthOf(dayOf(row.startsAt))
    const last = months[months.length - 1]
    if (last?.month === month) last.rows.push(row)
    else months.push({ month, rows: [row] })
  }
  return months
}

/** Pages put together: a theme day that moved between two of them is shown once. */
export function withPage(rows: readonly ThemeDayRow[], more: readonly ThemeDayRow[]): ThemeDayRow[] {
  const known = new Set(rows.map(({ id }) => id))
  return [...rows, ...more.filter(({ id }) => !known.has(id))]
}

/** The one to put first and large: what waits for the member today, or for whom they hold it; null: nothing waits. */
export function nowOf(coming: readonly ThemeDayRow[], now: number): ThemeDayRow | null {
  const waiting = coming.filter(({ mine, status, canManage }) => mine === 'due' || (canManage && status !== 'closed'))
  const isToday = ({ startsAt }: ThemeDayRow) => dayOf(startsAt) <= dayOf(now)
  return waiting.find(({ status }) => status === 'open') ?? waiting.find(isToday) ?? null
}

/** So long before the start people are in the room, and the code may be shown at any moment, ms. */
const SOON_MS = 30 * 60_000

/** Whether scanning is what to do about it now: it is open, or it may be by now and the phone has not heard of it. */
export const scansNow = ({ mine, status, startsAt }: ThemeDayRow, now: number, stale: boolean): boolean =>
  mine === 'due' && (status === 'open' || (status === 'planned' && (stale || now >= startsAt - SOON_MS)))
