import { optionLetter } from '@/components/words/kind.shared'
import type { AnalysedItem, Correction, Impact, KeyChange } from '@/contracts/analysis'

/** What is being put together: options or texts, or points for everybody. */
export interface KeyDraft {
  readonly full: boolean
  readonly options: readonly number[]
  /** One text a line. */
  readonly texts: string
  readonly reason: string
}

export const draftOf = ({ detail }: Pick<AnalysedItem, 'detail'>): KeyDraft => ({
  full: detail?.full ?? false,
  options: (detail?.options ?? []).flatMap(({ isKey }, i) => (isKey ? [i] : [])),
  texts: (detail?.accepted ?? []).join('\n'),
  reason: '',
})

export const toggled = (options: readonly number[], option: number): number[] =>
  options.includes(option) ? options.filter((one) => one !== option) : [...options, option].sort((a, b) => a - b)

const textsOf = (texts: string): string[] =>
  texts
    .split(/[\n；;]/)
    .map((text) => text.trim())
    .filter((text) => text !== '')

/** The change that the draft means; null: there is nothing in it yet. */
export function changeOf(kind: AnalysedItem['kind'], draft: KeyDraft): KeyChange | null {
  if (draft.full) return { to: 'full' }
  if (kind !== 'fill') return draft.options.length === 0 ? null : { to: 'key', key: [...draft.options] }
  const accepted = textsOf(draft.texts).slice(0, 20)
  return accepted.length === 0 ? null : { to: 'accepted', accepted }
}

export const MOST_REASON = 100
export const isReason = (reason: string): boolean => reason.trim().length >= 2

/** A key in words: 答案 A、C · 填“32” · 全员得分. */
export function keyWords({ options, accepted, full }: Correction['before']): string {
  if (full) return '全员得分'
  return accepted.length > 0 ? `填“${accepted.join('”“')}”` : `答案 ${options.map(optionLetter).join('、')}`
}

/** What a correction does, line by line; only what there is. */
export function impactLines({ touched, papers, rise, fall, nowPass, keptPass }: Impact): string[] {
  if (touched === 0) return [`${papers} 份答卷里没有这道题，谁的分数都不变。以后抽到这道题的，按新答案评分。`]
  return [
    `${papers} 份答卷里，${touched} 份有这道题`,
    ...(rise > 0 ? [`${rise} 份分数升高`] : []),
    ...(fall > 0 ? [`${fall} 份分数降低`] : []),
    ...(rise + fall === 0 ? ['分数都不变'] : []),
    ...(nowPass > 0 ? [`${nowPass} 份由未通过变为通过`] : []),
    ...(keptPass > 0 ? [`${keptPass} 份低于通过分数，但已经告诉本人通过，仍算通过`] : []),
  ]
}
