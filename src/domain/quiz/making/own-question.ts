import type { SourceRef } from '@/contracts/common'
import type { QuestionKind } from '@/contracts/quiz'
import type { Difficulty } from './rule'

/** A question that the maker of a quiz wrote. */
export interface OwnQuestion {
  readonly id: string
  readonly kind: QuestionKind
  readonly stem: string
  readonly options: readonly string[]
  /** Indices into `options`, ascending; none for fill. */
  readonly key: readonly number[]
  /** Of a fill-in question: what fills the gap; none for the others. */
  readonly accepted: readonly string[]
  readonly explanation: string
  readonly source: SourceRef
  readonly difficulty: Difficulty
}

/** The gap of a fill-in question. */
export const GAP = '____'
/** 判断题: always these two, in this order. */
export const JUDGE_OPTIONS = ['正确', '错误'] as const

export type OwnProblem = 'stem' | 'gap' | 'options' | 'sameOptions' | 'key' | 'accepted' | 'explanation' | 'source'

/** What a question still lacks, in the order in which a form asks for it; null: it can be answered, marked and explained. */
export function problemOf(question: OwnQuestion): OwnProblem | null {
  const { kind, stem, options, key, accepted, explanation, source } = question
  const texts = options.map((option) => option.trim())
  if (stem.trim().length < 4) return 'stem'
  if (kind === 'fill') {
    if (stem.split(GAP).length !== 2) return 'gap'
    if (options.length > 0 || key.length > 0) return 'options'
    if (accepted.every((text) => text.trim() === '')) return 'accepted'
  } else {
    if (kind === 'judge' ? texts.join() !== JUDGE_OPTIONS.join() : texts.length < 2) return 'options'
    if (texts.some((text) => text === '')) return 'options'
    if (new Set(texts).size !== texts.length) return 'sameOptions'
    if (accepted.length > 0 || !isKey(key, kind, texts.length)) return 'key'
  }
  if (explanation.trim().length < 2) return 'explanation'
  return source.document.trim() === '' || source.article.trim() === '' ? 'source' : null
}

/** One right option, or of 多选 two and more; each of them there, none twice. */
function isKey(key: readonly number[], kind: QuestionKind, options: number): boolean {
  const count = kind === 'multiple' ? key.length >= 2 : key.length === 1
  return count && new Set(key).size === key.length && key.every((index) => index >= 0 && index < options)
}
