import type { ActivityRow } from '@/contracts/opening'
import { formatNumber } from '@/domain/metrics'

/** Who took part, in numbers: `38 / 45 人到会`, `38 人`; a joint one says that it counts those of this organisation only. */
export function countWords({ people, attendance }: Pick<ActivityRow, 'people' | 'attendance'>): string {
  if (attendance) return `${formatNumber(attendance.actual)}/${formatNumber(attendance.expected)} 人到会`
  return people === 0 ? '没有人参加' : `${formatNumber(people)} 人`
}
