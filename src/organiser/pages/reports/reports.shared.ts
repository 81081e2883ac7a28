import type { OutputOf } from '@/contracts/action'
import type { listReports } from '@/contracts/report'

export type Reports = OutputOf<typeof listReports>
export type ReportRow = Reports['reports'][number]

/** The reports of one period: its latest version, and how many there are. */
export interface PeriodReport {
  readonly latest: ReportRow
  readonly versions: number
}

/** One row for each period, that with the latest change first; the list comes in that order. */
export function byPeriod(reports: readonly ReportRow[]): PeriodReport[] {
  const periods = new Map<string, ReportRow[]>()
  for (const row of reports) {
    const key = `${row.from}.${row.to}`
    periods.set(key, [...(periods.get(key) ?? []), row])
  }
  return [...periods.values()].flatMap((rows) => {
    const [latest] = [...rows].sort((a, b) => b.version - a.version)
    return latest ? [{ latest, versions: rows.length }] : []
  })
}

/** 已退回 · 草稿 · 待复核 · 待签发 · 已签发 */
export const stateOf = ({ state, returned }: ReportRow) =>
  returned
    ? ({ tone: 'red', words: '已退回' } as const)
    : (
        {
          draft: { tone: 'wait', words: '草稿' },
          submitted: { tone: 'gold', words: '待复核' },
          reviewed: { tone: 'gold', words: '待签发' },
          issued: { tone: 'ok', words: '已签发' },
        } as const
      )[state]
