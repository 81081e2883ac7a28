import type { OutputOf } from '@/contracts/action'
import type { getQuizForMaker } from '@/contracts/plan'
import { addDays, dayOf, endOfDay } from '@/domain/time/day'

export type Desk = OutputOf<typeof getQuizForMaker>

/** What an extension begins with: three days more, to the end of the day, in any case after today. */
export const laterThan = (closesAt: number, now: number): number =>
  endOfDay(addDays(dayOf(Math.max(closesAt - 1, now)), 3))

/** How each member answers it: `20 分钟，可答 2 次`. */
export function howWords({ row, minutes, attempts }: Pick<Desk, 'row' | 'minutes' | 'attempts'>): string {
  if (row.mode === 'practice') return '练习，不限时、不限次数'
  if (row.mode === 'daily') return `每日一答，共 ${attempts} 天`
  return `${minutes === 0 ? '不限时' : `限时 ${minutes} 分钟`}，可答 ${attempts} 次`
}

/** What each member is dealt. */
export const dealtWords = ({ questions, pool }: Desk['row']): string =>
  questions < pool ? `从 ${pool} 题里给每人抽 ${questions} 题` : `${questions} 题，大家一样`
