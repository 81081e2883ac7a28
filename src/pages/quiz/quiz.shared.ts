import { untilWords } from '@/components/words/when.shared'
import type { QuizRow } from '@/contracts/learn'
import type { Paper } from '@/contracts/quiz'
import { isAnswered, type QuizDraft } from '@/services/quiz-draft.shared'

/** Question numbers in a sentence: '第 2、5、7 题'; beyond six it names the first and says 等. */
export function placesWords(places: readonly number[]): string {
  const shown = places.slice(0, 6).map((place) => place + 1)
  return `第 ${shown.join('、')} 题${places.length > shown.length ? '等' : ''}`
}

/** The state of one question on the answer card. */
export interface Place {
  readonly place: number
  readonly done: boolean
  readonly marked: boolean
  readonly here: boolean
}

export const placesOf = (paper: Pick<Paper, 'items'>, draft: QuizDraft, at: number): Place[] =>
  paper.items.map(({ questionId }, place) => ({
    place,
    done: isAnswered(draft.answers[questionId]),
    marked: draft.marked.includes(questionId),
    here: place === at,
  }))

/** A question of the answer card for a screen reader: '第 3 题，没有答，已标记，正在看'. */
export function placeLabel({ place, done, marked, here }: Place): string {
  const parts = [`第 ${place + 1} 题`, done ? '已答' : '没有答']
  if (marked) parts.push('已标记')
  if (here) parts.push('正在看')
  return parts.join('，')
}

/** The stem of a fill-in question around its gap, which the contract writes ____. */
export function gapParts(stem: string): { before: string; after: string } | null {
  const match = /_{2,}/.exec(stem)
  if (!match) return null
  return { before: stem.slice(0, match.index), after: stem.slice(match.index + match[0].length) }
}

/** Why there is nothing to begin; null: one may. */
export type Closed = { title: string; hint: string; attemptId: string | null }

export function closedOf(row: QuizRow, now: number): Closed | null {
  const attemptId = row.lastAttemptId
  if (row.closesAt <= now) return { title: '这次答题已经截止', hint: '可以回首页看看别的学习内容。', attemptId }
  if (row.openAttemptId !== null || row.mode === 'practice') return null
  if (row.mode === 'daily')
    return row.today ? { title: '今天的答完了', hint: '明天有新的题，想答再来。', attemptId } : null
  if (row.attemptsUsed < row.attemptsAllowed) return null
  return {
    title: '次数用完了',
    hint: `这次答题可答 ${row.attemptsAllowed} 次，都用过了。可以看看上次的结果。`,
    attemptId,
  }
}

/** Of an attempt that ran out and may still come from another phone: what to do about it before another one is begun. */
export function underWayWords({ mayArrive }: Pick<QuizRow, 'mayArrive'>, now: number): string | null {
  if (!mayArrive || mayArrive.until <= now) return null
  const until = untilWords(mayArrive.until, now)
  return `上一份到时间还没有收到。如果在别的手机上答过，让那部手机连上网就会自动送来，${until} 前送到都算数。`
}

/** A fact about a quiz, as its start page lists them. */
export interface Fact {
  readonly name: string
  readonly value: string
}

/** How long one paper takes, in words. */
export const minutesWords = (minutes: number): string => (minutes > 0 ? `${minutes} 分钟，开始后计时` : '不限时')

/** How often a paper may be taken. */
export function attemptsWords({
  mode,
  attemptsAllowed,
  attemptsUsed,
}: Pick<QuizRow, 'mode' | 'attemptsAllowed' | 'attemptsUsed'>): string {
  if (mode === 'practice') return '不限次数，不计入参与'
  if (mode === 'daily') return '每天一份，不用天天来'
  const left = attemptsAllowed - attemptsUsed
  return attemptsUsed > 0 ? `可答 ${attemptsAllowed} 次，还剩 ${left} 次` : `可答 ${attemptsAllowed} 次`
}

/** A paper that was taken along, before it is opened. */
export function sealedFacts(paper: Paper, partial: string | null, now: number): Fact[] {
  const facts: Fact[] = [
    { name: '题数', value: `${paper.items.length} 题` },
    { name: '时间', value: paper.minutes > 0 ? `${paper.minutes} 分钟，开封后计时` : '不限时' },
  ]
  if (partial) facts.push({ name: '多选题', value: partial })
  facts.push({ name: '作答截止', value: untilWords(paper.deadlineAt, now) })
  if (paper.arriveBy > paper.deadlineAt)
    facts.push({ name: '最晚送达', value: `${untilWords(paper.arriveBy, now)}，联网后自动送` })
  return facts
}
