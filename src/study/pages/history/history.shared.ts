import type { Target } from '@/components/page/go'
import { clockWords, dayWords, untilWords } from '@/components/words/when.shared'
import type { OutputOf } from '@/contracts/action'
import type { listAttempts } from '@/contracts/quiz'
import { dayOf } from '@/domain/time'

export type HistoryPage = OutputOf<typeof listAttempts>
export type Attempt = HistoryPage['rows'][number]

/** Pages one after the other, each attempt once: what was handed in meanwhile moves nothing twice into the list. */
export function joinPages(pages: readonly HistoryPage[]): Attempt[] {
  const seen = new Set<string>()
  return pages
    .flatMap(({ rows }) => rows)
    .filter(({ attemptId }) => !seen.has(attemptId) && seen.add(attemptId) !== undefined)
}

/** Attempts by the month (Asia/Shanghai) in which they were begun, in the order given: '2026 年 11 月'. */
export function byMonth(rows: readonly Attempt[]): { month: string; rows: Attempt[] }[] {
  const months: { month: string; rows: Attempt[] }[] = []
  for (const row of rows) {
    const [year, month] = dayOf(row.dealtAt).split('-')
    const name = `${year} 年 ${Number(month)} 月`
    const last = months[months.length - 1]
    if (last?.month === name) last.rows.push(row)
    else months.push({ month: name, rows: [row] })
  }
  return months
}

export interface AttemptWords {
  note: string
  tag: { text: string; tone: 'ok' | 'wait' | 'grey' }
  /** null: there is nothing to open. */
  target: Target | null
}

/** An attempt as the list shows it. */
export function attemptWords(row: Attempt, now: number): AttemptWords {
  const { attemptId, quizId, mode, number, state, passed, score, maxScore } = row
  const at = row.submittedAt ?? row.dealtAt
  const when = `${dayWords(dayOf(at), dayOf(now))} ${clockWords(at)}`
  const which = mode === 'daily' ? `第 ${number} 天` : `第 ${number} 次`
  if (state === 'open') {
    return { note: `${which}，${when} 开始`, tag: { text: '没交卷', tone: 'wait' }, target: { page: 'quiz', quizId } }
  }
  if (state === 'mayArrive' && row.arriveBy !== null) {
    const note = `${which}，${when} 开始，还没有收到。在别的手机上答过的，让那部手机连上网，${untilWords(row.arriveBy, now)} 前送到都算数`
    return { note, tag: { text: '没收到', tone: 'wait' }, target: null }
  }
  if (state === 'expired') {
    return { note: `${which}，${when} 开始，到时没有交卷`, tag: { text: '没交卷', tone: 'grey' }, target: null }
  }
  const marks = score === null ? '' : `，${score} / ${maxScore} 分`
  const tag =
    mode !== 'exam'
      ? ({ text: '已答', tone: 'ok' } as const)
      : score === null
        ? ({ text: '已交卷', tone: 'grey' } as const)
        : passed
          ? ({ text: '已通过', tone: 'ok' } as const)
          : ({ text: '未通过', tone: 'grey' } as const)
  return { note: `${which}，${when}${marks}`, tag, target: { page: 'result', attemptId } }
}
