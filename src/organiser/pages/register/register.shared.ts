import type { OutputOf } from '@/contracts/action'
import type { PeriodKey } from '@/contracts/register'
import type { getRegister, Tally, Waiting } from '@/contracts/register-entries'

export type Register = OutputOf<typeof getRegister>
export type RegisterRow = Register['rows'][number]

/** All indicators put together: how many reports are there, of how many. The sum of different things is none. */
export const allOf = (rows: readonly RegisterRow[]): Tally =>
  rows.reduce<Tally>(
    (all, row) => ({
      due: all.due + row.due,
      reported: all.reported + row.reported,
      waiting: all.waiting + row.waiting,
      overdue: all.overdue + row.overdue,
      sum: '0',
    }),
    { due: 0, reported: 0, waiting: 0, overdue: 0, sum: '0' },
  )

/** The period of all rows when it is one and the same: then it is said once, above them. */
export function commonPeriod(rows: readonly RegisterRow[]): PeriodKey | null {
  const first = rows[0]?.period ?? null
  return rows.every(({ period }) => period === first) ? first : null
}

/** Whether the organisation only reports for itself: what it owes is listed above, and there is nothing to add up. */
export const isOwnOnly = (rows: readonly RegisterRow[]): boolean => rows.every(({ due }) => due <= 1)

/** In one sentence: what is most pressing. */
export function headWords({ due, reported, waiting, overdue }: Tally): string {
  if (due === 0) return '这里没有要填报的指标'
  if (reported === due) return '都报齐了，也都审过了'
  if (overdue > 0) return `还有 ${overdue} 份过了时间没有报`
  return waiting > 0 ? `${waiting} 份等待审核` : `还有 ${due - reported} 份没有报`
}

/** What a screen reader says of a row that waits. */
export const waitingLabel = ({ name, entry }: Waiting, period: string, state: string): string =>
  `${entry.orgName}，${name}，${period}，${state}`
