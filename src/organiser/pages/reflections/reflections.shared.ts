import type { OutputOf } from '@/contracts/action'
import type { listReflections, WritingState } from '@/contracts/writing'

export type ReflectionPage = OutputOf<typeof listReflections>
export type ReflectionRow = ReflectionPage['rows'][number]

/** The state as the secretary reads it. */
export const stateWords: Readonly<Record<WritingState, { name: string; tone: 'ok' | 'wait' | 'grey' }>> = {
  review: { name: '待您看', tone: 'wait' },
  shown: { name: '已收下', tone: 'ok' },
  returned: { name: '已请修改', tone: 'grey' },
}

/** Reasons that are given often; the secretary may write any other. */
export const usualReasons = [
  '有几处不太清楚，请再说具体些。',
  '请补上自己打算怎么做。',
  '有涉密或他人隐私的内容，请删去。',
] as const

/** Rows of a further page after those that are shown; one that has moved up meanwhile is not shown twice. */
export function addRows(before: readonly ReflectionRow[], more: readonly ReflectionRow[]): ReflectionRow[] {
  const known = new Set(before.map(({ id }) => id))
  return [...before, ...more.filter(({ id }) => !known.has(id))]
}

/** What the head says. */
export const waitingWords = (waiting: number): string => (waiting > 0 ? `${waiting} 篇等您看一看` : '都看过了')
