import type { ReflectionAbout } from '@/contracts/writing'
import { draftsKv, draftsKvOf } from '../cache/drafts-kv'
import type { InHandKv } from '../storage/in-hand.shared'

/** A reflection that is being written. */
export interface ReflectionDraft {
  readonly text: string
  /** When the version was written on which it is built; null: on none. */
  readonly base: number | null
}

const keyOf = ({ kind, id }: ReflectionAbout) => `reflection:${kind}.${id}`

const draftsIn = (kv: InHandKv) => ({
  read: (about: ReflectionAbout): ReflectionDraft | null => kv.read<ReflectionDraft>(keyOf(about)),
  /** Whether the phone has it now. */
  write: (about: ReflectionAbout, draft: ReflectionDraft): boolean => kv.write(keyOf(about), draft),
  /**
   * A text that was handed in some other way and is not kept by the server is a draft again, below one that is being written. Whether the phone has it
   * now.
   */
  giveBack(about: ReflectionAbout, text: string): boolean {
    const draft = kv.read<ReflectionDraft>(keyOf(about))
    const before = draft?.text.trim() ?? ''
    if (before.includes(text.trim())) return true
    return kv.write(keyOf(about), { text: before ? `${before}\n\n${text}` : text, base: draft?.base ?? null })
  },
  /** Whether what is being written is in the phone's storage, and not only in memory. */
  isStored: (about: ReflectionAbout): boolean => !kv.isInHand(keyOf(about)),
  drop: (about: ReflectionAbout): void => kv.drop(keyOf(about)),
  /** The server has what was sent: a draft that says the same has done its work; another one is now built on it. */
  acknowledge(about: ReflectionAbout, sent: string, writtenAt: number): void {
    const draft = kv.read<ReflectionDraft>(keyOf(about))
    if (draft === null) return
    if (draft.text.trim() === sent.trim()) kv.drop(keyOf(about))
    else kv.write(keyOf(about), { ...draft, base: writtenAt })
  },
})

/** The drafts that this phone keeps for one person. */
export const reflectionDraftsOf = (person: string) => draftsIn(draftsKvOf(person))
export type ReflectionDrafts = ReturnType<typeof reflectionDraftsOf>

/** The drafts of the person who uses this phone now, written at every keystroke. */
export const reflectionDrafts = draftsIn(draftsKv)
