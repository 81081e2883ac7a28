import type { OutputOf } from '@/contracts/action'
import type { listAttendance } from '@/contracts/themeday'
import { clockText, whenText } from '../../when.shared'

export type Attendance = OutputOf<typeof listAttendance>
export type Row = Attendance['rows'][number]

export const filters = ['absent', 'leave', 'came', 'all'] as const
export type Filter = (typeof filters)[number]

const words: Readonly<Record<Filter, string>> = { absent: '未到', leave: '请假', came: '已到', all: '全部' }

const isIn = (filter: Filter, { state }: Row): boolean => {
  switch (filter) {
    case 'all':
      return true
    // a scan that waits is settled above the list, and until then its bearer has not come
    case 'absent':
      return state === 'absent' || state === 'lateScan'
    case 'leave':
      return state === 'leave'
    case 'came':
      return state === 'onSite' || state === 'remote' || state === 'proxy'
  }
}

/** The choices with how many each has: '未到 5'. */
export const filterOptions = (rows: readonly Row[]): { value: Filter; text: string }[] =>
  filters.map((value) => ({ value, text: `${words[value]} ${rows.filter((row) => isIn(value, row)).length}` }))

/** The rows of a choice whose name has the typed text in it, in whichever choice when something is typed. */
export function shownRows(rows: readonly Row[], filter: Filter, typed: string): Row[] {
  const part = typed.trim()
  return rows.filter((row) => (part === '' ? isIn(filter, row) : row.name.includes(part)))
}

type Tone = 'red' | 'ok' | 'wait' | 'gold' | 'grey'
export const stateTags: Readonly<Record<Row['state'], { text: string; tone: Tone }>> = {
  lateScan: { text: '待核对', tone: 'wait' },
  absent: { text: '未到', tone: 'grey' },
  leave: { text: '请假', tone: 'gold' },
  onSite: { text: '现场', tone: 'ok' },
  remote: { text: '线上', tone: 'ok' },
  proxy: { text: '代录', tone: 'ok' },
}

/** What stands below a name: when and why, as far as there is something to say. */
export function rowNote({ state, at, reason, mobile, withdrawn, declined }: Row, now: number): string | undefined {
  const parts = [mobile && state !== 'remote' ? '流动党员' : null]
  if (declined) parts.push('晚到的扫码，核对为不在场')
  if (withdrawn) parts.push(reason ? `记录已撤回：${reason}` : '记录已撤回')
  else {
    if (at !== null && state !== 'leave' && state !== 'lateScan') parts.push(clockText(at))
    if (at !== null && state === 'leave') parts.push(whenText(at, now))
    parts.push(reason)
  }
  const said = parts.filter((part): part is string => part !== null)
  return said.length > 0 ? said.join(' · ') : undefined
}

/** How many names are drawn at first, and with each press: a phone slows down with hundreds of rows. */
export const NAMES_AT_ONCE = 40

/** Rows of a further page after those before; one that both have is shown once, as the later one says. */
export function withRows(rows: readonly Row[], more: readonly Row[]): Row[] {
  const newer = new Set(more.map(({ personId }) => personId))
  return [...rows.filter(({ personId }) => !newer.has(personId)), ...more]
}
