import { type Memory, masteryOf } from '@/domain/handbook'
import type { Book } from '../../book/book.shared'

export type PracticeOf = 'due' | 'wrong' | 'chapter' | 'new'

export const practiceTitles: Readonly<Record<PracticeOf, string>> = {
  due: '今天复习',
  wrong: '错题本',
  chapter: '分章练习',
  new: '学新题',
}

/** A round: what fits into some minutes. */
const ROUND = 10

const stage = { new: 0, learning: 1, mastered: 2 } as const

/**
 * What a round asks. due, new: what is left of today's portion. wrong: the wrong-answer book, what waits longest first. chapter: what was
 * never practised, then what is being learnt, then what is mastered; in each what was practised longest ago first.
 */
export function roundOf(book: Book, of: PracticeOf, chapterId: string | undefined): string[] {
  const lastDay = (id: string) => {
    const history = book.histories.get(id)
    return history?.[history.length - 1]?.day ?? 0
  }
  const longestAgo = (a: string, b: string) => lastDay(a) - lastDay(b)
  if (of === 'due') return [...book.portion.due]
  if (of === 'new') return [...book.portion.fresh]
  if (of === 'wrong') return [...book.wrong].sort(longestAgo).slice(0, ROUND)
  const chapter = book.chapters.find(({ id }) => id === chapterId)
  const ids = (chapter?.items ?? []).map(({ id }) => id)
  const stageOf = (id: string) => stage[masteryOf(book.histories.get(id))]
  return ids.sort((a, b) => stageOf(a) - stageOf(b) || longestAgo(a, b)).slice(0, ROUND)
}

/** A round on its way. What was wrong comes once more at its end. */
export interface Round {
  readonly queue: readonly string[]
  readonly at: number
  /** How the first answer to each went. */
  readonly first: ReadonlyMap<string, boolean>
}

export const beginRound = (ids: readonly string[]): Round => ({ queue: ids, at: 0, first: new Map() })

/** The round after an answer. */
export function answered({ queue, at, first }: Round, right: boolean): Round {
  const id = queue[at]
  if (id === undefined) return { queue, at, first }
  const again = !right && !first.has(id)
  return {
    queue: again ? [...queue, id] : queue,
    at,
    first: first.has(id) ? first : new Map([...first, [id, right]]),
  }
}

/** On to the next question; beyond the last one the round is over. */
export const goOn = (round: Round): Round => ({ ...round, at: Math.min(round.at + 1, round.queue.length) })

export const isOver = ({ queue, at }: Round): boolean => at >= queue.length

/** How a round went, in a sentence. */
export function roundWords({ first }: Round): string {
  const right = [...first.values()].filter(Boolean).length
  const wrong = first.size - right
  const all = `练了 ${first.size} 题，第一次就答对 ${right} 题。`
  return wrong === 0 ? all : `${all}答错的 ${wrong} 题在错题本里，改天再看一眼就记住了。`
}

/** What comes tomorrow, by the days on which questions come due; null: nothing does. */
export function tomorrowWords(next: readonly Memory['dueDay'][], today: number): string | null {
  const count = next.filter((day) => day <= today + 1).length
  return count > 0 ? `明天有 ${count} 题要复习，几分钟就好。` : null
}
