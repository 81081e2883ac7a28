import type { Reflection, ReflectionAbout } from '@/contracts/writing'
import type { ReflectionDraft } from '@/services/writing/reflection-drafts'

/** Characters of a reflection, as the contract has it. */
export const LEAST = 10
export const MOST = 1500

/** What stands on the page: the text that is with the branch, or the field to write in, with another version beside it when there are two. */
export type ReflectView =
  | { readonly view: 'handedIn'; readonly reflection: Reflection }
  | { readonly view: 'writing'; readonly text: string; readonly base: number | null }
  /** Two versions: this phone's draft was not built on the one that was handed in from another phone. */
  | { readonly view: 'two'; readonly text: string; readonly other: Reflection }

/**
 * @param known what the branch has, as far as the phone knows; null: nothing that it knows of
 * @param editing the person wants to write it anew
 */
export function viewOf(known: Reflection | null, draft: ReflectionDraft | null, editing: boolean): ReflectView {
  if (draft !== null && draft.text.trim() !== '') {
    const unseen = known !== null && known.writtenAt !== draft.base && known.text !== draft.text.trim()
    return unseen
      ? { view: 'two', text: draft.text, other: known }
      : { view: 'writing', text: draft.text, base: known?.writtenAt ?? draft.base }
  }
  if (known !== null && !editing) return { view: 'handedIn', reflection: known }
  return { view: 'writing', text: editing ? (known?.text ?? '') : '', base: known?.writtenAt ?? null }
}

export const ownReflection = (rows: readonly Reflection[] | undefined, about: ReflectionAbout): Reflection | null =>
  rows?.find((row) => row.about.kind === about.kind && row.about.id === about.id) ?? null

/** How much is still to be written; null: enough. */
export function lackWords(text: string): string | null {
  const length = text.trim().length
  if (length >= LEAST) return null
  return length === 0 ? `写满 ${LEAST} 个字就能交` : `再写 ${LEAST - length} 个字就能交`
}
