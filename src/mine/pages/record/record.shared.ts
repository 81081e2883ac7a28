import { channelWords, participationWords } from '@/components/words/channel.shared'
import { clockWords, dayWords } from '@/components/words/when.shared'
import type { OutputOf } from '@/contracts/action'
import type { getMyRecord, RecordEntry } from '@/contracts/me'

export type RecordPage = OutputOf<typeof getMyRecord>
export type MonthOfRecord = RecordPage['months'][number]

/** Joins older months to those shown; a month that came again is the newer answer's. */
export function joinMonths(shown: RecordPage, older: RecordPage): RecordPage {
  const known = older.months.map(({ month }) => month)
  return { months: [...shown.months.filter(({ month }) => !known.includes(month)), ...older.months], next: older.next }
}

/** '答题 1 次 · 微党课 2 门 · 主题党日 1 次（应到 2 次）'; what there is none of is left out. */
export function monthCounts({ quizzes, lessons, themeDays, expected }: MonthOfRecord): string {
  const parts = [
    { kind: 'quiz' as const, count: quizzes },
    { kind: 'lesson' as const, count: lessons },
    { kind: 'themeday' as const, count: themeDays },
  ].flatMap(({ kind, count }) => {
    const { name, unit } = participationWords[kind]
    const due = kind === 'themeday' && expected !== null && expected > 0 ? `（应到 ${expected} 次）` : ''
    return count > 0 || due !== '' ? [`${name} ${count} ${unit}${due}`] : []
  })
  return parts.length > 0 ? parts.join(' · ') : '这个月没有记录'
}

/** When, and how it came to be known: '11 月 9 日 10:00 · 代录（年老体弱）'. */
export function entryNote({ day, occurredAt, channel, reason, corrected }: RecordEntry, today: string): string {
  const why = channel === 'proxy' && reason && !corrected ? `（${reason}）` : ''
  return `${dayWords(day, today)} ${clockWords(occurredAt)} · ${channelWords[channel]}${why}`
}

/** What was set right, in words; null when nothing was. */
export function correctionWords({ corrected, withdrawn, reason }: RecordEntry): string | null {
  if (!corrected) return null
  const why = reason ? `：${reason}` : ''
  return withdrawn ? `已更正为未参加，不计入${why}` : `更正过${why}`
}

/** The letter that says that an entry is wrong, for the person to complete. */
export function wrongEntryLetter(entry: RecordEntry, today: string): string {
  const { name } = participationWords[entry.kind]
  return `${name}“${entry.title}”（${dayWords(entry.day, today)}）这条记录不对：`
}
