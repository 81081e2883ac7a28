import type { KeyChange } from '@/contracts/analysis'
import type { QuestionKind } from '@/contracts/quiz'
import { normaliseFill } from '../fill'

/** The key of a question, as it is stored. */
export interface StoredKey {
  /** Indices into its options, ascending. Of a choice of one, several only after a correction: each is right by itself. */
  readonly key: number[]
  readonly accepted: string[]
  /** Everybody who was dealt it is given its points. */
  readonly full: boolean
}

/** What of a question its key is. */
export interface Keyed {
  readonly key: readonly number[]
  readonly accepted: readonly string[]
  readonly full?: true | undefined
}

interface ChoosableQuestion extends Keyed {
  readonly kind: QuestionKind
  readonly options: readonly string[]
}

export const keyOf = ({ key, accepted, full }: Keyed): StoredKey => ({
  key: [...key],
  accepted: [...accepted],
  full: full === true,
})

/** A question with another key. `full` stands in it only when it is so: questions that were never corrected look as they always did. */
export function withKey<Q extends Keyed>(question: Q, { key, accepted, full }: StoredKey): Q {
  const keyed = { ...question, key: [...key], accepted: [...accepted], full: true as const }
  if (full) return keyed
  const { full: _full, ...plain } = keyed
  return plain as unknown as Q
}

const sameKey = (a: StoredKey, b: StoredKey): boolean =>
  a.full === b.full && JSON.stringify([a.key, a.accepted]) === JSON.stringify([b.key, b.accepted])

/** The key after a change; refused when it is none for this kind of question, or when it is what already holds. */
export function changedKey(
  question: ChoosableQuestion,
  change: KeyChange,
): { ok: true; key: StoredKey } | { ok: false; reason: 'KEY_DOES_NOT_FIT' | 'KEY_UNCHANGED' } {
  const before = keyOf(question)
  const after = keyAfter(question, before, change)
  if (after === null) return { ok: false, reason: 'KEY_DOES_NOT_FIT' }
  return sameKey(before, after) ? { ok: false, reason: 'KEY_UNCHANGED' } : { ok: true, key: after }
}

function keyAfter({ kind, options }: ChoosableQuestion, before: StoredKey, change: KeyChange): StoredKey | null {
  if (change.to === 'full') return { ...before, full: true }
  if (change.to === 'accepted') {
    const accepted = [...new Set(change.accepted.map((text) => text.trim()))]
    const fits = kind === 'fill' && accepted.every((text) => normaliseFill(text) !== '')
    return fits ? { key: [], accepted, full: false } : null
  }
  const key = [...new Set(change.key)].sort((a, b) => a - b)
  const fits = kind !== 'fill' && key.every((option) => option < options.length) && key.length === change.key.length
  // of a choice of one, all options together are no key: that is what `full` says
  return fits && (kind === 'multiple' || key.length < options.length) ? { key, accepted: [], full: false } : null
}
