import type { LetterKind } from '@/contracts/me'
import type { Kv } from '../storage/kv.shared'

/** What is being written, kept on the phone at every keystroke, with the key with which it is being sent. */
export interface LetterDraft {
  readonly kind: LetterKind
  readonly text: string
  /** With which it is being sent: a phone that died meanwhile sends the same letter again, not a second one. */
  readonly key?: string
}

/** A letter that waited in the outbox and that the server did not take: it is the writer's again. */
export interface ReturnedLetter {
  /** With which it was sent. */
  readonly key: string
  readonly kind: LetterKind
  readonly text: string
  /** Why, in the server's words. */
  readonly why: string
}

const DRAFT = 'letter-draft'
const RETURNED = 'letters-returned'

const isReturned = (value: unknown): value is ReturnedLetter => {
  const { key, kind, text, why } = (value ?? {}) as Record<string, unknown>
  return [key, kind, text, why].every((part) => typeof part === 'string')
}

/** The letters that a person writes on this phone: the one in the box, and those that came back. Nothing that was written is lost. */
export function createLetterDrafts(kv: Kv) {
  const returned = (): ReturnedLetter[] => {
    const list = kv.read<unknown>(RETURNED)
    return Array.isArray(list) ? list.filter(isReturned) : []
  }
  const drop = (key: string): boolean =>
    kv.write(
      RETURNED,
      returned().filter((one) => one.key !== key),
    )
  return {
    read: (): LetterDraft | null => kv.read<LetterDraft>(DRAFT),
    /** Whether the phone has it now. */
    write: (draft: LetterDraft): boolean => kv.write(DRAFT, draft),
    /** Those that the server did not take, the latest first. */
    returned,
    /**
     * The server will never take this letter as it is: it is the writer's again, with the reason, unless the box still has it. May come twice; false: there
     * is no room for it.
     */
    giveBack({ key, kind, text, why }: ReturnedLetter): boolean {
      if (kv.read<LetterDraft>(DRAFT)?.text.trim() === text.trim()) return true
      return kv.write(RETURNED, [{ key, kind, text, why }, ...returned().filter((one) => one.key !== key)])
    },
    /** The server has it: neither the box nor the list keeps what was sent with this key. May come twice. */
    delivered(key: string): void {
      const draft = kv.read<LetterDraft>(DRAFT)
      if (draft?.key === key) kv.drop(DRAFT)
      const rest = returned().filter((one) => one.key !== key)
      if (rest.length < returned().length) kv.write(RETURNED, rest)
    },
    /**
     * Puts one into the box again, to be changed and sent anew; what the box has goes into the list under `aside`. null: it is not there. The app may be
     * killed between any two writes: then something is there twice.
     */
    reopen(key: string, aside: Pick<ReturnedLetter, 'key' | 'why'>): LetterDraft | null {
      const letter = returned().find((one) => one.key === key)
      if (!letter) return null
      const { kind, text } = letter
      const box = kv.read<LetterDraft>(DRAFT)
      const begun = box && box.text.trim() !== '' ? [{ ...aside, kind: box.kind, text: box.text }] : []
      if (begun.length > 0 && !kv.write(RETURNED, [...begun, ...returned()])) return null
      const draft = { kind, text }
      if (!kv.write(DRAFT, draft)) return null
      drop(key)
      return draft
    },
    /** Throws one away. */
    drop,
  }
}

export type LetterDrafts = ReturnType<typeof createLetterDrafts>
